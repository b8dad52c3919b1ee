"""Frozen models, states, rules, typed errors and the clock. No input or output happens here."""
