"""An issue to its readers: who gets which edition, sent once; what comes back, and who has left."""
