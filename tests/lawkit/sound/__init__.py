"""Sound rules of many kinds: what the law kit must not accuse."""
