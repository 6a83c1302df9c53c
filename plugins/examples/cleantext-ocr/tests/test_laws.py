from cleantext.testing import check_plugin


def test_every_rule_keeps_the_laws():
    check_plugin("ocr")
