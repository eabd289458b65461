"""Numbers in digits and in words, with the unit they count."""

from shutro.bangla.numbers.amounts import Number, numbers
from shutro.bangla.numbers.numerals import to_bangla_digits, to_latin_digits
from shutro.bangla.numbers.tokens import may_begin, may_hold

__all__ = ["Number", "may_begin", "may_hold", "numbers", "to_bangla_digits", "to_latin_digits"]
