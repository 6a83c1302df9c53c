"""Faulty rules, one fault each: what the law kit must catch."""
