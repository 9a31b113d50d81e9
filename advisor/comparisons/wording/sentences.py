"""One sentence for each code of the engine: `{name}` is filled with the parameter in words."""

from __future__ import annotations

from django.utils.translation import gettext_noop

SENTENCES: dict[str, str] = {
    # how an amount comes about
    "formula.yours": gettext_noop("The amount that you gave."),
    "formula.per_area": gettext_noop("{rate_fen} per m² × {area_m2} m² × {share}"),
    "formula.rent_received": gettext_noop(
        "{rent_fen} asking rent × {paid_share} really paid × {occupied_share} of the time let"
    ),
    "formula.rent_listed": gettext_noop("Rent of {kind} as listed in {period} ({level})"),
    "formula.rent_by_area": gettext_noop("{rent_m2_fen} per m² × {area_m2} m² ({level} level)"),
    "formula.room": gettext_noop("{share} × {flat_fen}, the rent of {kind}"),
    "formula.dormitory": gettext_noop("What a bed in a staff dormitory costs."),
    "formula.living_typed": gettext_noop(
        "{total_fen} that you gave − {utilities_fen} for water, power and gas, which stand apart"
    ),
    "formula.category_estimated": gettext_noop(
        "Urban spending per head on this: {per_head_fen} a month, basket “{basket}”, × household"
        " size"
    ),
    "formula.living_estimated": gettext_noop(
        "Urban spending per head without its residence part ({residence_share}):"
        " {per_head_fen} a month, basket “{basket}”, × household size"
    ),
    "formula.living_at_prices_by_rents": gettext_noop(
        "{home_fen} at home × price ratio {ratio}, estimated from the rents of both cities"
    ),
    "formula.living_at_prices_by_levels": gettext_noop(
        "{home_fen} at home × price ratio {ratio}, from the price levels of both cities"
    ),
    "formula.living_at_prices_by_same": gettext_noop(
        "{home_fen} at home in the spending level chosen; prices are the same"
    ),
    "formula.utilities": gettext_noop(
        "{first_fen} for the first person + {further_fen} for each further one; people: {people}"
    ),
    "formula.schooling": gettext_noop(
        "({cost_fen} to raise a child there a month − {within_fen} within daily spending)"
        " × {factor} ({school}); children: {children}"
    ),
    "formula.trips_home": gettext_noop(
        "{trips} trips a year × {each_fen} a head both ways ({km} km apart); people: {heads}"
    ),
    "formula.each_times": gettext_noop("{each_fen} × {times}"),
    "formula.months_of_rent": gettext_noop("{months} months of rent × {rent_fen}"),
    "formula.living_as_locals": gettext_noop(
        "{per_head_fen} a head × household size {scale} × {multiple} for your way of living"
    ),
    # how pay comes about
    "formula.typical_pay": gettext_noop(
        "Your {home_fen} at home, carried over part of the way by the ratio of average wages;"
        " expected: {low_fen} to {high_fen}"
    ),
    "formula.typical_pay_low": gettext_noop(
        "The lower of your pay at home and your pay times the ratio of average wages"
    ),
    "formula.typical_pay_typical": gettext_noop(
        "Your pay at home, carried over part of the way by the ratio of average wages"
    ),
    "formula.typical_pay_high": gettext_noop(
        "The higher of your pay at home and your pay times the ratio of average wages"
    ),
    "formula.extra_months": gettext_noop(
        "{months} months' pay of {gross_fen} a year, what goes beyond twelve, spread over the year"
    ),
    "formula.bonus": gettext_noop("{bonus_fen} a year, one twelfth of it a month"),
    "formula.contribution": gettext_noop(
        "{rate_share} of the contribution base {base_fen}: your {declared_fen}, held between the"
        " floor {floor_fen} and the cap {cap_fen}"
    ),
    "formula.contribution_with_flat": gettext_noop(
        "{rate_share} of the contribution base {base_fen}, plus {flat_fen}: your {declared_fen},"
        " held between the floor {floor_fen} and the cap {cap_fen}"
    ),
    "formula.income_tax": gettext_noop(
        "One twelfth of the tax of a year, by the table, on {income_fen} pay − {contributions_fen}"
        " contributions − {basic_fen} basic deduction − {special_fen} special additional deductions"
    ),
    "formula.bonus_tax_separate": gettext_noop(
        "Taxed apart, which is cheaper: {separate_fen} a year instead of {merged_fen} together"
        " with the wages"
    ),
    "formula.bonus_tax_merged": gettext_noop(
        "Taxed together with the wages: {merged_fen} a year (apart it would be {separate_fen})"
    ),
    "formula.fund_own": gettext_noop("What you pay into the housing fund yourself"),
    "formula.fund_employer": gettext_noop("What the employer adds: as much as you pay in"),
    "formula.pension_account": gettext_noop("What you pay into your own pension account"),
    # what is missing
    "missing.rent": gettext_noop("No rent is known for {city_place}."),
    "missing.consumption": gettext_noop("No consumption figure is known for {city_place}."),
    "missing.typical_pay": gettext_noop("No wage figure to go by is known for {city_place}."),
    "missing.price_ratio": gettext_noop(
        "Prices in {away_place} can't be set against those in {home_place}: a rent is missing."
    ),
    "missing.schooling": gettext_noop("What raising a child costs in {city_place} is not known."),
    "missing.distance": gettext_noop(
        "The distance between {home_place} and {away_place} is not known."
    ),
    "missing.contributions": gettext_noop(
        "No contribution rules are known for {city_place} on this date (earliest: {earliest})."
    ),
    # what is approximated
    "approximated.rung": gettext_noop("Figure of {from_place} used instead ({period})."),
    "approximated.status": gettext_noop("The figure is taken over from elsewhere or unreliable."),
    "approximated.rule_rung": gettext_noop("The rule of the {rung} is used instead."),
    "approximated.rule_status": gettext_noop(
        "The rule in force was not found: the one before it is carried forward, or it is imputed."
    ),
    # what should be said beside the figures
    "note.name_shared": gettext_noop(
        "“{name}” is read as the city {city_place}; {other_place} bears the name too."
    ),
    "note.with_family": gettext_noop("At home you live with family: no rent is counted."),
    "note.living_far_from_estimate": gettext_noop(
        "What you spend is far from what people there spend ({estimate_fen} a month per adult):"
        " please check that it is a month's spending without rent."
    ),
    "note.deduction_claimed": gettext_noop("Deducted from taxable income: {deduction}."),
    "note.first_edition_used": gettext_noop(
        "No data edition is as old as {day}: the first one, {edition}, is used."
    ),
    "note.home_unknown": gettext_noop(
        "What is left at home is unknown, so no pay there can be called as good."
    ),
    "note.home_in_deficit": gettext_noop(
        "At home more goes out than comes in, so “as much left” is no goal. The pay that makes ends"
        " meet leads instead."
    ),
    "note.thresholds_unknown": gettext_noop(
        "A cost or rule there is unknown, so the pay needed can't be given."
    ),
    "note.threshold_beyond_highest_pay": gettext_noop(
        "Not even the highest pay we count with is enough there."
    ),
    "note.cash_needed_unknown": gettext_noop(
        "The cash needed for the move can't be given: a figure is unknown."
    ),
    "note.cash_needed_never_carries": gettext_noop(
        "There more goes out than comes in each month: no sum at hand would last for good."
    ),
    "note.savings_fall_short": gettext_noop(
        "Your savings are {lacking_fen} short of the cash needed, which covers the days before each"
        " month's pay."
    ),
    "note.savings_not_enough": gettext_noop(
        "With {lacking_fen} more at hand the move could be funded: the first year would be paid"
        " for, the days before each month's pay included, in 8 of 10 cases or more."
    ),
    "note.staying_runs_short": gettext_noop(
        "Staying takes more than your savings within a year as well, in more than 2 of 10 cases."
    ),
    "note.fund_drawn_for_home": gettext_noop(
        "For the purchase {drawn_fen} of the housing fund is drawn for the down payment, and what"
        " is paid in later for the instalments, as article 24 of the housing-fund regulations"
        " (住房公积金管理条例, 2019-03-24) allows. Ask the fund there about its own conditions."
    ),
    "note.public_post_given_up": gettext_noop(
        "If the job at home is a public post (编制), moving gives it up; its security is not"
        " counted."
    ),
    "note.pension_place_not_covered": gettext_noop(
        "Where your pension will be drawn after a move is not covered here: ask the"
        " social insurance"
        " office."
    ),
    "note.partner_pay_is_an_estimate": gettext_noop(
        "The second earner has no offer there: {partner_fen} a month is our estimate, and finding"
        " work may take long."
    ),
    "note.retirement_not_projected": gettext_noop(
        "Aged {age} now, with {years} years looked at: retirement within that time is"
        " not projected."
    ),
    "note.parents_stay": gettext_noop(
        "Parents you support: {parents}. Their care, and yours for them from afar, is not counted."
        " If they come along to live with you, count them as adults without pay."
    ),
    "note.children_stay_with_others": gettext_noop(
        "Children who stay at home: {children}. Their living and schooling there are counted; who"
        " looks after them, and a home for them, are not."
    ),
    "note.no_sold_home_to_come_back_to": gettext_noop(
        "You would sell the home here: should it not work out there, it is gone, and what coming"
        " back costs is not given."
    ),
    "note.rent_at_home_unused": gettext_noop(
        "The rent you gave for home is not counted: you said that you own your home or live with"
        " family."
    ),
    "note.area_unused": gettext_noop(
        "The area you gave is not counted: a room or a dormitory bed is taken whole."
    ),
    "note.lease_costs_unused": gettext_noop(
        "The agent fee, deposit or rent in advance that you gave is not counted: no rent is paid"
        " to a landlord there."
    ),
    "note.schooling_depends_on_place": gettext_noop(
        "What school costs there hangs on a public place: ask before you decide."
    ),
    "note.ranking_partner_paid_as_at_home": gettext_noop(
        "The second earner is taken to be paid everywhere as at home."
    ),
    "missing.home_price": gettext_noop(
        "No home price of its own is known for {city_place}, so no purchase there is counted."
    ),
    "note.no_fund_cap_known": gettext_noop(
        "No cap of housing-fund loans is known for {city_place}: the purchase is counted"
        " with a bank"
        " loan alone."
    ),
    "note.paid_months_differ": gettext_noop(
        "{paid} months are paid this year and {before} lie before the move: only what you gave is"
        " counted as earned before it."
    ),
    "missing.rent_or_buy": gettext_noop(
        "No home price or rent of its own is known for {city_place}, so buying is not compared."
    ),
    "formula.living_follows_income": gettext_noop(
        "Living by our estimate × {times}, since your pay is far above the local income a head"
    ),
    "note.no_pay_equals_net_worth": gettext_noop(
        "No pay there makes up for the move within the years looked at."
    ),
    "note.no_rent_affords_the_move": gettext_noop(
        "Even without rent you would end up with less than by staying."
    ),
    "note.no_rent_there": gettext_noop("No rent is paid there."),
    "note.no_search_affordable": gettext_noop(
        "Even with pay from the first day you would end up with less than by staying, or run out"
        " of money in the first year."
    ),
    "note.search_bound_by_net_worth": gettext_noop(
        "Looking for work for more than {months} months would leave you with less than staying."
    ),
    "note.search_bound_by_cash": gettext_noop(
        "Looking for work for more than {months} months would use up your savings."
    ),
    "note.no_projection": gettext_noop(
        "This is one month in steady state; savings over the years are not yet projected."
    ),
}
