# Whether each link of documents leads to a file, and to a heading of it.
#   links.py FOLDER FILE…        the folder that the links are relative to
# Prints those that do not; ends with 1 where there is one.
import pathlib, re, sys
def places(file): # as headings are named in a browser
    titles = re.findall(r"^#+ (.+)$", file.read_text(), re.M)
    return {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in titles}
folder, faults = pathlib.Path(sys.argv[1]), []
for name in sys.argv[2:]:
    file = pathlib.Path(name)
    for path, place in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", file.read_text()):
        target = folder / path if path else file
        if not target.exists() or place and place not in places(target):
            faults.append(f"{name}: {path}#{place} leads nowhere")
print("\n".join(faults))
sys.exit(bool(faults))
