"""The sections of a question, by the key that names them in addresses."""

from collections.abc import Mapping

from advisor.comparisons.forms.at_home import (
    CommitmentsForm,
    HomeForm,
    LivingForm,
    PlanForm,
    SavingsForm,
)
from advisor.comparisons.forms.categories import CategoriesForm
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.family import (
    FamilyForm,
    PartnerForm,
    PartnerWorkForm,
    PartnerYearForm,
)
from advisor.comparisons.forms.pay import PayForm, WorkForm, YearForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.forms.there import (
    FlatForm,
    LifeThereForm,
    MoveForm,
    OfferForm,
    PartnerOfferForm,
)

AT_HOME: tuple[type[SectionForm], ...] = (
    PayForm,
    WorkForm,
    YearForm,
    PartnerForm,
    PartnerWorkForm,
    PartnerYearForm,
    FamilyForm,
    HomeForm,
    LivingForm,
    CategoriesForm,
    CommitmentsForm,
    SavingsForm,
    PlanForm,
)
THERE: tuple[type[SectionForm], ...] = (
    OfferForm,
    PartnerOfferForm,
    FlatForm,
    LifeThereForm,
    MoveForm,
)
EVERYWHERE: tuple[type[SectionForm], ...] = (ConventionsForm,)
SECTIONS: Mapping[str, type[SectionForm]] = {
    form.key: form for form in AT_HOME + THERE + EVERYWHERE
}
