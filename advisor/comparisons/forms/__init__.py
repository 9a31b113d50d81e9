"""The sections of a question, by the key that names them in addresses."""

from collections.abc import Mapping

from advisor.comparisons.forms.at_home import (
    CommitmentsForm,
    HomeForm,
    LivingForm,
    PayForm,
    SavingsForm,
)
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.forms.there import FlatForm, MoveForm, OfferForm

AT_HOME: tuple[type[SectionForm], ...] = (
    PayForm,
    HomeForm,
    LivingForm,
    CommitmentsForm,
    SavingsForm,
)
THERE: tuple[type[SectionForm], ...] = (OfferForm, FlatForm, MoveForm)
EVERYWHERE: tuple[type[SectionForm], ...] = (ConventionsForm,)
SECTIONS: Mapping[str, type[SectionForm]] = {
    form.key: form for form in AT_HOME + THERE + EVERYWHERE
}
