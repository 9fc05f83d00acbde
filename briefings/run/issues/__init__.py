"""An issue: its period and what the store holds of it, composed, made to fit its pages, written, verified."""
