from cleantext.testing import suite

test_rules = suite("isbn")
