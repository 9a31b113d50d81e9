"""Which keys the rule files may hold. Those of pay are the engine's (`parse_pay_rules`)."""

ORIGIN = frozenset(
    {
        "effective_from",
        "effective_to",
        "source_id",
        "confidence",
        "status",
        "note",
        "note_zh",
        "also",
    }
)
FACT = ORIGIN | {"adcode", "kind", "text", "text_zh"}
RATE = ORIGIN | {"value"}
OF_PLACE = RATE | {"adcode"}

# By file: the keys of each of its sections, whose content is a list of rows (or of such, by name).
SECTIONS: dict[str, dict[str, frozenset[str]]] = {
    "housing_finance": {
        "lpr_5y": RATE,
        "new_mortgage_rate": RATE,
        "national_rate_floor": RATE,
        "mortgage_spread": OF_PLACE | {"home"},
        "provident_fund_rate": RATE,
        "provident_fund_loan_cap": OF_PLACE | {"borrower"},
        "provident_fund_loan_cap_unconfirmed": OF_PLACE | {"borrower"},
        "provident_fund_down_payment": OF_PLACE | {"home"},
        "min_down_payment": OF_PLACE | {"home"},
        "deed_tax": RATE | {"home", "area_over_m2", "area_up_to_m2", "scope"},
        "deed_tax_third_home": RATE,
    },
    "labour": {
        "probation": ORIGIN
        | {"contract_from_months", "contract_to_months", "max_probation_months"},
        "probation_pay": ORIGIN | {"min_share_of_agreed_wage"},
        "unemployment_benefit": ORIGIN
        | {"adcode", "months_1_12", "months_13_24", "extended", "share_of_minimum_wage"},
        "unemployment_rule": ORIGIN | {"max_months"},
        "job_search_duration": RATE,
    },
    "rental": {
        "upfront": ORIGIN
        | {"adcode", "deposit_months", "rent_in_advance_months", "agency_fee_months"},
        "agency_fee": ORIGIN | {"adcode", "months", "max_months"},
        "deposit_rules": ORIGIN | {"adcode", "max_months"},
    },
    "settlement": {
        "hukou": FACT,
        "home_purchase": FACT,
        "other": FACT,
        "not_covered": frozenset({"text", "text_zh"}),
    },
    "stand_ins": {
        "stand_ins": frozenset({"adcode", "indicator_prefix", "use_adcodes", "reason", "reason_zh"})
    },
}

DEDUCTION = ORIGIN | {"condition"}
DEDUCTIONS: dict[str, frozenset[str]] = {
    "children_education": DEDUCTION | {"monthly_per_child"},
    "infant_care_under_3": DEDUCTION | {"monthly_per_child"},
    "elderly_support": DEDUCTION
    | {"monthly_only_child", "monthly_shared_total", "monthly_shared_max_each"},
    "housing_loan_interest": DEDUCTION | {"monthly", "max_months"},
    "housing_rent": DEDUCTION | {"city_class", "monthly", "rule"},
    "housing_rent_condition": frozenset(),
    "housing_rent_city_class": ORIGIN | {"adcode", "city_class"},
    "housing_rent_default": ORIGIN | {"city_class"},
    "continuing_education": DEDUCTION | {"degree_monthly", "degree_max_months", "certificate_year"},
    "serious_illness": DEDUCTION | {"annual_threshold", "annual_cap", "claimed"},
}
PERSONAL_PENSION = ORIGIN | {"annual_deduction_cap", "withdrawal_tax_rate", "scope"}

PAY_FILES = frozenset({"income_tax", "minimum_wage"})
CONTRIBUTIONS = "contributions/"

# What tells the histories of one list apart: rows that agree in these follow one another.
IDENTITY = (
    "adcode",
    "kind",
    "home",
    "borrower",
    "scope",
    "area_over_m2",
    "variant",
    "level",
    "city_class",
    "contract_from_months",
)
TEXTS = (
    FACT
    | {"home", "borrower", "scope", "variant", "level", "city_class", "condition", "rule"}
    | {"claimed", "indicator_prefix", "use_adcodes", "reason", "reason_zh"}
)
RATES = frozenset({"min_share_of_agreed_wage", "share_of_minimum_wage", "withdrawal_tax_rate"})
AMOUNTS_UNDER_VALUE = ("housing_finance.provident_fund_loan_cap",)
MAY_BE_NEGATIVE = ("housing_finance.mortgage_spread",)
NEVER_FALL = ("floor", "cap", "monthly_cny")

# Sections that hold facts without a day, because the source gives none.
UNDATED = (
    "settlement.hukou",
    "settlement.other",
    "rental.upfront",
    "rental.agency_fee",
    "rental.deposit_rules",
    "housing_finance.provident_fund_loan_cap",
    "income_tax.special_additional_deductions.housing_rent_city_class",
    "labour.job_search_duration",
)
# Sections whose rows stand side by side, each from its own source, and don't follow one another.
SIDE_BY_SIDE = ("rental.upfront",)
