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
  """)

private func readWordSets(_ lines: String) -> [String: [String]] {
  var sets: [String: [String]] = [:]
  var name = ""
  for word in lines.split(whereSeparator: \.isWhitespace).map(String.init) {
    if word.hasPrefix("{") { name = word } else { sets[name, default: []].append(word) }
  }
  return sets
}
