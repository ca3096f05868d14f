/// Sets of words that the patterns name in braces. A set begins with its name; a line without one goes on with
/// the set before it.
let wordSets: [String: [String]] = readWordSets(
  """
  {be} is are am 's 're be being been
  {is} is are 's 're remains remain
  {have} has have 's 've
  {will} will 'll shall
  {plans} plans plan planning intends intend intending expects aims hopes vows vowed pledges pledged
    promises promised prepares preparing wants going threatens threatened threatening decided decides
    seeks seeking agreed agrees considering considers ready determined set
  {suit} lawsuit lawsuits suit suits litigation countersuit claim claims case cases action actions
    proceedings complaint complaints
  {sues} lawsuit lawsuits suit suits litigation countersuit counterclaim
  {judged} ruling verdict decision conviction sentence judgment judgement order dismissal injunction
    acquittal award fine ban
  {dead} dead killed injured wounded missing hurt infected homeless displaced
  {died} died killed killing kills injured wounded wounding injuring displaced
  {people} people persons civilians soldiers troops passengers children women men workers others
    residents miners students officers police victims bodies deaths fatalities casualties cases homes
    houses buildings injuries patients migrants
  {assertion} claim claims allegation allegations accusation accusations assertion assertions suggestion
    suggestions report reports account accounts version rumour rumours rumor rumors statement statements
    charge charges theory theories notion narrative characterisation characterization testimony insinuation
    insinuations denial denials criticism finding findings conclusion conclusions speculation figures
    toll argument arguments story stories complaint complaints results evidence
  {falsehood} false baseless unfounded groundless fabricated fabrication fabrications fake fakes untrue lie
    lies fiction propaganda nonsense slander slanderous absurd ridiculous misleading libel libelous
    libellous defamatory rubbish invented staged doctored bogus hoax inaccurate incorrect misinformation
    disinformation untruthful preposterous ludicrous unsubstantiated unproven malicious rumours rumors
  {fraud} fraud rigging irregularities manipulation tampering stuffing
  {access} bail entry access permission visa visas request requests motion application applications asylum
    parole permit permits service services opportunity chance justice treatment coverage benefits boarding
    diplomas petition appeal stay license licence funding right rights citizenship entrance admission leave
  {not} not never don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot won't
    wouldn't couldn't
  {rejects} rejected rejects reject rejecting dismissed dismisses dismissing refuted refutes refuting
    rebutted rebuts rebuffed denounced denounces disputed disputes disputing contested contests challenged
    contradicted contradicts denied denies denying questioned discounted ridiculed repudiated
    downplayed debunked
  {calls} called calls calling deemed deems described describes describing branded brands labelled labeled
    denounced denounces dismissed dismisses considers considered termed portrayed characterised
    characterized rubbished ridiculed blasted
  {weather} storm storms cyclone hurricane typhoon flood floods rain rains snow winds tide tides surge
    eruption tornado tornadoes tsunami aftershocks aftershock heat heatwave temperatures rainfall
    showers thunderstorms blizzard flooding landslides monsoon drought gales conditions waves waters
    floodwaters river rivers
  """)

private func readWordSets(_ lines: String) -> [String: [String]] {
  var sets: [String: [String]] = [:]
  var name = ""
  for word in lines.split(whereSeparator: \.isWhitespace).map(String.init) {
    if word.hasPrefix("{") { name = word } else { sets[name, default: []].append(word) }
  }
  return sets
}
