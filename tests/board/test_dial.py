"""Telephone numbers as people of their country write them."""

import pytest

from helpdesk_tui.board.dial import dial


@pytest.mark.parametrize(
    ("telephone", "country", "written"),
    [
        ("+576017442727", "CO", "(601) 7442727"),
        ("+573187174937", "CO", "318 7174937"),
        ("+5718000123456", "CO", "01 8000 123456"),
        ("+34913368000", "ES", "91 336 80 00"),
        ("+34932345678", "ES-CT", "93 234 56 78"),
        ("+34810123456", "ES", "81 012 34 56"),
        ("+34954123456", "ES", "954 12 34 56"),
        ("+34600123456", "ES", "600 12 34 56"),
        ("+34900123456", "ES", "900 123 456"),
        ("+5114265555", "PE", "(01) 426 5555"),
        ("+5144212345", "PE", "(044) 212345"),
        ("+51912345678", "PE", "912 345 678"),
        ("+56222553344", "CL", "2 2255 3344"),
        ("+56512553344", "CL", "51 255 3344"),
        ("+56800123456", "CL", "800 123 456"),
        ("+56221961234", "CL", "2 2196 1234"),
        ("+50622123456", "CR", "2212-3456"),
        ("+5068001234567", "CR", "800-123-4567"),
        ("+525512345678", "MX", "55 1234 5678"),
        ("+541143211234", "AR", "011 4321-1234"),
        ("+59322345678", "EC", "(02) 234-5678"),
        ("+582121234567", "VE", "0212-1234567"),
        ("+59122123456", "BO", "2 2123456"),
        ("+59821234567", "UY", "2123 4567"),
        ("+5072001234", "PA", "200-1234"),
        ("+18092345678", "DO", "(809) 234-5678"),
        ("+12015550123", "US", "(201) 555-0123"),
        ("+442079460123", "GB", "020 7946 0123"),
        ("+4930123456", "DE-BE", "030 123456"),
        ("+33123456789", "FR", "01 23 45 67 89"),
        ("+351212345678", "PT", "21 234 5678"),
        ("+5511961234567", "BR", "(11) 96123-4567"),
        ("+61212345678", "AU", "(02) 1234 5678"),
    ],
)
def test_at_home_a_number_is_written_as_people_there_write_it(telephone, country, written):
    assert dial(telephone, country) == written


@pytest.mark.parametrize(
    ("telephone", "written"),
    [
        ("+34913368000", "+34 91 336 80 00"),
        ("+5114265555", "+51 1 426 5555"),
        ("+56222553344", "+56 2 2255 3344"),
        ("+50622123456", "+506 2212-3456"),
        ("+5718000123456", "+57 1 8000 123456"),
        ("+576017442727", "+57 601 7442727"),
        ("+442079460123", "+44 20 7946 0123"),
    ],
)
@pytest.mark.parametrize("country", ["US", None])
def test_a_number_of_another_country_is_written_in_full(telephone, country, written):
    assert dial(telephone, country) == written


def test_no_digit_is_lost_or_added_but_the_trunk_prefix():
    import phonenumbers

    for region in ("ES", "PE", "CL", "CO", "CR"):
        for kind in phonenumbers.PhoneNumberType.values():
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            digits = phonenumbers.national_significant_number(example)
            e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
            at_home = "".join(filter(str.isdigit, dial(e164, region)))
            abroad = "".join(filter(str.isdigit, dial(e164, None)))
            assert at_home in (digits, "0" + digits), e164
            assert "+" + abroad == e164
