from advisor.engine.searches import in_step


def counting(rounds):
    """A search that asks so many times, and returns the sum of its answers."""
    total = 0
    for number in range(rounds):
        total += yield number
    return total


def test_each_search_gets_the_answers_to_its_own_questions():
    def squares(asked):
        return [number**2 for number in asked]

    assert in_step([counting(4), counting(2)], squares) == [14, 1]


def test_all_that_is_asked_in_a_round_is_answered_at_once():
    rounds = []

    def noted(asked):
        rounds.append(list(asked))
        return asked

    in_step([counting(3), counting(1)], noted)
    assert rounds == [[0, 0], [1], [2]]


def test_who_asks_nothing_returns_at_once():
    assert in_step([counting(0)], lambda asked: asked) == [0]
    assert in_step([], lambda asked: asked) == []
