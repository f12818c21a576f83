"""Frequent words of eight languages, which say little about what a sentence tells.

Written for this project: function words, auxiliaries, and what news says in every story.
"""

FREQUENT = {
    "en": """
a about above across after again against ago all almost along already also although always am
among an and another any anyone anything are aren't around as ask asked at away back be became
because become been before began behind being below between both but by called came can can't
cannot come could couldn't day days did didn't do does doesn't doing don't done down during each
either else enough even ever every everyone everything few find first for found from gave get
gets getting give given go goes going gone good got great had has hasn't have haven't having he
he'd he'll her here hers herself him himself his how however i i'd i'll i'm i've if in indeed
into is isn't it it'll its itself just keep kept know last least left less let like little long
look looked made make makes making man many may me might mine more most much must my myself near
never new next no nor not nothing now of off often on once one only onto or other others our out
over own part people perhaps put quite rather really said saw say saying says see seem seemed
seen set shall she should since so some someone something soon still such take taken tell than
that the their theirs them themselves then there therefore these they they'd they'll they're
they've thing things think this those though three through thus till time to told too took toward
towards two under until up upon us use used very want wanted was wasn't way we we'd we'll we're
we've well went were weren't what when where whether which while who whole whom whose why will
with within without won't would wouldn't year years yes yet you you'd you'll you're you've your
yours according added adding monday tuesday wednesday thursday friday saturday sunday mr mrs ms
""",
    "de": """
aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf
aus bei beim bin bis bist da dabei dadurch dafür damit dann das dass dazu dein dem den denn der
deren des deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
einen einer eines einige er es etwa etwas euch für gab ganz gegen geht gewesen gibt ging habe
haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist
ja jahr jahre jahren jede jedem jeden jeder jedes jetzt kam kann kannst kein keine keinem keinen
keiner konnte können könnte kommt lassen machen macht man manche mehr mein meine mich mir mit
muss musste müssen nach nachdem nein nicht nichts noch nun nur ob oder oft ohne sagt sagte sehr
sein seine seinem seinen seiner seit selbst sich sie sind so sogar soll sollen sollte sondern
sowie überhaupt über um und uns unser unsere unter viel viele vielen vom von vor war waren warum
was weil welche wenn wer werden wie wieder will wir wird wo wollen wurde wurden würde zu zum zur
zwei zwischen
""",
    "fr": """
à ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir c car ce cela celle
celui ces cet cette ceux chaque ci comme comment contre d dans de depuis des deux dit donc dont du
elle elles en encore entre est et étaient était été être eu eux fait faire fois font il ils j je
jusque l la le les leur leurs lors lui m ma mais me même mes moins mon n ne ni non nos notre nous
on ont ou où par pas pendant peu peut plus pour pourquoi qu quand que quel quelle qui s sa sans se
selon ses si soit son sont sous sur t tandis te tes tous tout toute toutes très tu un une vers
voici vos votre vous y
""",
    "es": """
a ahora al algo algunos ante antes así aún aunque bajo bien cada casi como con contra cual cuando
de del desde después dice dijo donde dos durante e el él ella ellas ellos en entre era eran es esa
ese eso esta está estaba están este esto estos fue fueron ha había han hasta hay la las le les lo
los más me menos mi mientras mismo mucho muy nada ni no nos nosotros o otra otro otros para pero
poco por porque puede que qué quien se según ser si sí sido sin sino sobre son su sus también
tan tanto te tiene todo todos tras tu un una uno unos y ya yo
""",
    "it": """
a ad ai al alla alle allo altri altro anche ancora avere aveva c che chi ci come con contro così
da dagli dai dal dalla dalle de degli dei del della delle dello detto di dopo dove due e è ed era
erano essere fa fatto fino fra gli già ha hanno i il in io l la le lei li lo loro lui ma mentre mi
molto nei nel nella nelle nello no noi non nostro o ogni per perché però più poco poi prima può
quale quando quanto quasi quella quelle quelli quello questa queste questi questo qui se secondo
sempre senza si sia sono sta stata stati stato su sua sue sugli sui sul sulla suo suoi tra tutti
tutto un una uno vi
""",
    "pt": """
a ainda algum ante antes ao aos apenas após as assim até bem cada com como contra da das de depois
desde disse do dois dos e é ela elas ele eles em enquanto entre era eram essa esse esta está estão
este eu foi foram há isso isto já la lhe mais mas me mesmo meu muito na não nas nem no nos nós num
numa o onde os ou outra outro para pela pelas pelo pelos pode por porque qual quando que quem são
se segundo seja sem ser será seu seus si sido só sob sobre sua suas também tão te tem têm ter
tinha todo todos tu um uma você
""",
    "nl": """
aan al alle alleen als altijd andere ben bij binnen daar dan dat de deze die dit doen door dus een
eens en er ga geen geweest haar had hadden heb hebben heeft hem het hier hij hoe hun ik in is ja je
kan kon kunnen maar me meer men met mij mijn moet moeten na naar niet niets nog nu of om omdat onder
ons ook op over reeds te tegen toch toen tot twee u uit uw van veel volgens voor waar waren was wat
we wel werd werden wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou
""",
    "ru": """
а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже два для
до его ее её если есть еще ещё же за и из или им их к как когда которая которого которое которой
которые который кто ли между меня мне много может мы на над нас не него нет ни но о об один однако
он она они от очень по под после при с сам со себя сейчас сказал так также такой там то того тоже
только том ты у уже хотя чего чем через что чтобы эта эти это этого этой этом этот я
""",
}
