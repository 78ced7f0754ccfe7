"""Lists of words that advice goes by. Each is short: what is on none of them is judged by rules, or left alone."""

FAMILIAR = frozenset(
    """
    actually afternoon already altogether amazing animal another anybody anyone anything anyway area banana
    beautiful bicycle butterfly camera carefully chocolate computer customer dangerous december decided
    delicious diary deliver different difficult dinosaur discover easily elephant eleven enemy energy enormous
    envelope everybody everyone every everything everywhere exactly example exciting exercise factory family favourite
    february finally forever grandfather grandmother happily happiness helicopter history holiday horrible
    hospital however idea imagine important interest interested information interesting internet january july kilometre
    letterbox library magazine medicine memory microwave minute museum musical natural newspaper nobody november
    october officer opposite orange paragraph passenger personal photograph piano picture playfully policeman
    policewoman politely popular possible potato probably project quietly radio realise really recipe remember
    sandwiches saturday september several slowly somebody sometimes somewhere suddenly teenager telephone television
    terrible together tomato tomorrow umbrella uncomfortable understand understanding understood unhappy uniform
    unusual usually vegetable video visitor volunteer whatever whenever wonderful yesterday
    """.split()  # noqa: SIM905 - a list of words
)
"""Words of three syllables and more that children know."""

KNOWN_LETTERS = frozenset(
    """
    AA AAA AC AD AI AM APR ATM AUG BA BBC BC BMX CCTV CD CEO CV DEC DIY DJ DNA DVD EU FA FAQ FC FEB FM FRI FYI GCSE GMT
    GP HQ ID II III IKEA ITV IV IX JAN JPEG JPG LED LEGO LGBT LGBTQ LTD MA MAR MC MON MOT MP MSC NASA NB NHS NOV
    OCT OK PC PDF PE PHD PIN PJ PLC PM PNG PS PTO QR RE RIP RNLI RSPCA RSVP SAT SEP SIM SMS SOS SUN SUV TBC THU
    TUE TV UFO UK UN USA USB VAT VI VII VIII VIP WC WED WIFI XI XII XIII XIV XIX XV XVI XVII XVIII XX YMCA ZIP
    """.split()  # noqa: SIM905 - a list of words
)
"""Capitals that stand for something and need no explaining, with Roman numbers."""

SHOUTED = frozenset(
    """
    a about after again all also always an and any are as ask at back be been before best big both but by can
    day did do does done each end even every few first for free from get go good had has have he hello help her
    here him his how i if in is it its just last left less let like live look lot love made make many may me men
    more most much must my need never new next no none nor not now of off old on once one only open or other our
    out over own part people please put read right said same say see she shut so some start stop such sure take
    talk tea than thank thanks that the them then there they this time to today together too top try two under
    until up us use very wait want was way we welcome well were what when where which who why will with word
    work yes you your
    """.split()  # noqa: SIM905 - a list of words
)
"""Words that somebody may write in capitals to be heard."""

OF_THE_TRADE = (
    "care order",
    "care plan",
    "co-production",
    "commissioner",
    "commissioning",
    "contact centre",
    "corporate parent",
    "corporate parenting",
    "deliverable",
    "ideation",
    "independent reviewing officer",
    "key worker",
    "kinship care",
    "local offer",
    "multi-agency",
    "out of area placement",
    "pain point",
    "pathway plan",
    "pathway planning",
    "personal adviser",
    "personal advisor",
    "placement move",
    "safeguarding",
    "semi-independent",
    "service user",
    "signposted",
    "signposting",
    "stakeholder",
    "statutory",
    "staying close",
    "staying put",
    "supported accommodation",
    "supported lodgings",
    "touchpoint",
    "trauma-informed",
    "virtual school",
)
"""What is said in and around leaving care, and in the design of services, and hardly anywhere else."""
