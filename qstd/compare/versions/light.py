"""Words that hold sentences together and carry little: two of them in a row between two changes are no place to rest.

Negations and modal verbs that give or take a right are not among them.
"""

LIGHT = frozenset(
    """
    af alle alt at blev blive bliver da de dem den denne der dertil deres det dette dig din disse dog du efter eller en
    er et for fra ham han har havde have hen her hos hun hvad hvem hver hvis hvor i ind jeg jo man med mellem men mod
    ned nogle nok nu når og også om op os over på samt sig sin sit som så til ud under var ved vi være været
    a an and are as be by for from in into is it of on or that the their then there they this to was were with you
    """.split()
)
