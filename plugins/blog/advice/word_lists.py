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
    a about after again all also always an and angry any are as ask at back bad be been before best better big
    both brave break bring bus busy but by calm can care change cheap child clean clear close cold come cool
    cost day did do does done door each easy eat end enjoy enough even ever every extra false family fast fear
    feel few find fine first fix food for free friend from full fun future game garden get glad go good great
    group grow had happy hard has hate have he hear heard hello help her here him his home honest hooray hope
    hot house how huge hurt i idea ideas if in inside is it its job join just keep kind know last late later
    leave left less let life like listen live look lose lot lots loud love lovely lucky lunch mad made make many
    may me mean meet men mine money more most much must my near need never new next nice night no noise none nor
    not now of off old on once one only open or other our ours out over own part pay peace people phone plan
    play please poor power price proud put quick quiet rain read ready real really relax rest ride right rights
    room rules sad safe said same save say says secret see seen send share shared she shed short shout show shut
    sign silent sit slow small smile so some sorry space speak start stay still stop story strong such sun sure
    swim take talk tea team tell than thank thanks that the them then there they think this time tired to today
    together told too top town train tree true trust truth try turn two ugly under until up us use very voice
    vote wait wall want warm was wash watch water way we weak wear week welcome well were what when where which
    who why will win wish with women won word work wow write wrong yay year yes you young your zero
    """.split()  # noqa: SIM905 - a list of words
)
"""Words that somebody may write in capitals to be heard."""

OF_THE_TRADE = (
    "care order",
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
