"""Lists what a screen reader finds in the main window, presses Receive, fills the form and commits.

Ends with status 0 only when everything was found by its name. Cells of tables are not walked: they
are made when they are asked for.
"""
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

PRODUCT = sys.argv[1]
CELLS = {Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.TREE, Atspi.Role.LIST, Atspi.Role.MENU_BAR}


def until(find, what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
        except gi.repository.GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.1)
    app = application()
    for i in range(app.get_child_count() if app else 0):
        for node, depth in walk(app.get_child_at_index(i)):
            if node.get_role() == Atspi.Role.LABEL and node.get_name():
                print(node.get_name(), file=sys.stderr)
    sys.exit(f"not found: {what}")


def application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child and child.get_name() == "tanaban":
            return child
    return None


def walk(node, depth=0):
    yield node, depth
    if node.get_role() in CELLS:
        return
    for i in range(min(node.get_child_count(), 200)):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child, depth + 1)


def find(root, role, name, action=None):
    for node, _ in walk(root):
        if node.get_role() == role and node.get_name().startswith(name):
            if node.get_state_set().contains(Atspi.StateType.SHOWING):
                return node
    return None


def window(title):
    app = application()
    for i in range(app.get_child_count() if app else 0):
        child = app.get_child_at_index(i)
        if child and title in child.get_name() and child.get_state_set().contains(Atspi.StateType.SHOWING):
            return child
    return None


def press(node):
    action = node.get_action_iface()
    names = [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]
    Atspi.Action.do_action(action, names.index("Press"))


def fill(form, name, text):
    field = until(lambda: find(form, Atspi.Role.TEXT, name), f"field {name}")
    Atspi.EditableText.set_text_contents(field.get_editable_text_iface(), text)


main = until(lambda: window("— Tanaban"), "the main window")
until(lambda: find(main, Atspi.Role.TEXT, "Search"), "the search field")
nodes = 0
for node, depth in walk(main):
    nodes += 1
    print("  " * depth + f"{node.get_role_name()} “{node.get_name()}”")
print(f"{nodes} parts of the main window")
for role, name in ((Atspi.Role.TREE, ""), (Atspi.Role.TABLE, "Stock"), (Atspi.Role.MENU_BAR, "")):
    until(lambda: find(main, role, name), f"{role} {name}")

press(until(lambda: find(main, Atspi.Role.PUSH_BUTTON, "Receive"), "the button Receive"))
form = until(lambda: window("Receive"), "the form")
fill(form, "Product", PRODUCT)
fill(form, "Lot", "READ-ALOUD")
fill(form, "Quantity", "7")
commit = until(lambda: find(form, Atspi.Role.PUSH_BUTTON, "Receive"), "the button of the form")
until(lambda: find(form, Atspi.Role.LABEL, "→"), "the sentence that says what would happen")
press(commit)
until(lambda: not window("Receive") or find(form, Atspi.Role.LABEL, "⚠"), "an answer")
if window("Receive"):
    sys.exit("refused: " + "; ".join(n.get_name() for n, _ in walk(form) if n.get_role() == Atspi.Role.LABEL))
