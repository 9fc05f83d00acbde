"""Asking sources, politely and carefully: requests, whom they may reach, what an answer means, how sources do."""
