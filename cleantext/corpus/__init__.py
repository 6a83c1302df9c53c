"""Files: which ones, whether they are prose, how they are read, and how they are written without harm."""
