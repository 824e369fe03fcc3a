"""Sources whose address is not that of their publisher: a question to a person, where no copy is said to be one."""

from collections import Counter, defaultdict

from records.links import site

LEAST_AT_HOME = 3  # texts of a publisher at one site, before another site is strange


def strange_hosts(sources):
    """Pairs of a source and the site where its publisher is at home, for those that stand elsewhere.

    Only sources that are not said to be copies, of publishers that have at least three texts at one site and no
    second text at the strange one. It is a question to a person, not a fault.
    """
    by_publisher = defaultdict(list)
    for source in sources:
        if source.publisher and source.url and not source.is_copy and not source.link_withdrawn:
            by_publisher[source.publisher].append(source)
    found = []
    for own in by_publisher.values():
        sites = Counter(site(source.url) for source in own)
        home, number = sites.most_common(1)[0]
        if number >= LEAST_AT_HOME:
            found += [(source, home) for source in own if sites[site(source.url)] == 1]
    return found
