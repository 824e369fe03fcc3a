import pytest

from gnlc.share_images.letters import HEAD, TEXT, fit, in_visual_order, width


def test_arabic_letters_are_joined_and_run_from_right_to_left():
    assert in_visual_order("فاس") == "\ufeb1\ufe8e\ufed3"
    assert in_visual_order("دفعة 2024") == f"2024 {in_visual_order('دفعة')}"


def test_marks_of_direction_leave_no_trace():
    assert in_visual_order("\u2068Fez\u2069") == "Fez"


@pytest.mark.parametrize("text", ["Şanlıurfa", "Évry", "Łódź", "فاس", "گرگان", "طنجة-تطوان"])
@pytest.mark.parametrize("face", [HEAD, TEXT])
def test_the_site_s_typefaces_hold_the_letters_of_names(face, text):
    assert width(text, face, 40) > 10 * len(text)


def test_a_letter_that_no_typeface_holds_is_written_without_its_marks():
    assert width("Hồ", HEAD, 40) == width("Ho", HEAD, 40)
    assert width("수", HEAD, 40) == 0


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Fez", ["Fez"]),
        ("Yaoundé 1er", ["Yaoundé 1er"]),
        ("Mantes-la-Jolie et Évry-Courcouronnes", ["Mantes-la-Jolie et", "Évry-Courcouronnes"]),
        ("بلدية كوريانغ دا إل سول الكبيرة", ["بلدية كوريانغ دا", "إل سول الكبيرة"]),
    ],
)
def test_a_name_is_as_large_as_its_room_allows_in_two_lines_at_most(name, lines):
    size, found = fit(name, HEAD, 640, largest=112, smallest=52)
    assert found == lines
    assert all(width(line, HEAD, size) <= 640 for line in found)


@pytest.mark.parametrize(
    "name", ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "a " * 200, "", "\u2068"]
)
@pytest.mark.parametrize("most", [1, 2])
def test_whatever_the_name_it_fits(name, most):
    size, found = fit(name, HEAD, 640, largest=112, smallest=52, most=most)
    assert len(found) <= most
    assert all(width(line, HEAD, size) <= 640 for line in found)
