import Testing

@testable import TextAnalysis

@Suite("Sentences that accuse a person")
struct AccusationsTests {
  /// Text, and who is accused in it.
  static let accusing: [(String, [String])] = [
    ("Two former teachers said the head had altered the records.", ["the head"]),
    ("The school's head altered the exam results.", ["The school's head"]),
    ("John Smith was charged with fraud on Monday.", ["John Smith"]),
    ("John Smith, 51, was charged with two counts of theft.", ["John Smith"]),
    ("Police arrested Maria Lopez on suspicion of murder.", ["Maria Lopez"]),
    ("Prosecutors accused Jane Roe of taking bribes.", ["Jane Roe"]),
    ("Jane Roe was accused of harassing colleagues.", ["Jane Roe"]),
    ("The mayor lied to the council.", ["The mayor"]),
    ("The mayor of Leeds took a bribe from a builder.", ["The mayor"]),
    ("Dr Patel failed to report the abuse.", ["Patel"]),
    ("Anna Berg embezzled 40,000 euros from the club.", ["Anna Berg"]),
    ("Anna Berg, the former treasurer, embezzled 40,000 euros from the club.", ["Anna Berg"]),
    ("A jury found that Peter Holt abused children in his care.", ["Peter Holt"]),
    ("The girl was murdered by Peter Holt.", ["Peter Holt"]),
    ("Peter Holt pleaded guilty to manslaughter.", ["Peter Holt"]),
    ("Peter Holt was convicted of rape in May.", ["Peter Holt"]),
    ("Peter Holt was jailed for nine years.", ["Peter Holt"]),
    ("The chief executive covered up the leak.", ["The chief executive"]),
    ("The prime minister misled parliament.", ["The prime minister"]),
    ("Its chief executive ignored repeated safety warnings, inspectors found.", ["Its chief executive"]),
    ("Staff complained of bullying by Laura Kent.", ["Laura Kent"]),
    ("Several women made allegations against Omar Haddad.", ["Omar Haddad"]),
    ("Omar Haddad sexually assaulted three women, the court heard.", ["Omar Haddad"]),
    ("Omar Haddad is under investigation for bribery.", ["Omar Haddad"]),
    ("Surgeon Ruth Cole was struck off after operating drunk.", ["Ruth Cole"]),
    ("Ruth Cole was negligent, the tribunal ruled.", ["Ruth Cole"]),
    ("Ruth Cole took over in 2010 and falsified records.", ["Ruth Cole"]),
    ("Ms Cole faces three charges.", ["Cole"]),
    ("The bishop failed to act on complaints.", ["The bishop"]),
    ("The council's chief executive misused public funds.", ["The council's chief executive"]),
    ("Ken Walsh allegedly destroyed evidence.", ["Ken Walsh"]),
    ("Ken Walsh, who repeatedly lied to investigators, resigned.", ["Ken Walsh"]),
    ("The police chief tampered with witness statements.", ["The police chief"]),
    ("Ken Walsh is suspected of arson.", ["Ken Walsh"]),
    ("Ken Walsh plagiarised his thesis.", ["Ken Walsh"]),
    ("A jury found Bernard Cole guilty on nine counts.", ["Bernard Cole"]),
    ("A grand jury indicted former President Donald Stone on 37 counts.", ["Donald Stone"]),
    ("Ken Walsh is alleged to have hacked phones.", ["Ken Walsh"]),
    ("Ken Walsh was accused of fraud, which he denies.", ["Ken Walsh"]),
    ("The report condemned the mayor's corruption.", ["the mayor"]),
  ]

  @Test("They are found, with the person", arguments: accusing.indices)
  func found(index: Int) throws {
    let (text, people) = Self.accusing[index]
    let draft = try manuscript(text + "\n")
    let found = accusations(in: draft)
    #expect(found.map { slice(draft.text, $0.person) } == people, "\(text)")
    #expect(found.allSatisfy { slice(draft.text, $0.sentence) == text && $0.sentence.contains($0.person) })
  }

  static let harmless: [String] = [
    "John Smith was charged with organising the event.",
    "John Smith was charged with leading the review.",
    "Maria Lopez was murdered on Monday.",
    "Maria Lopez was assaulted by two men.",
    "Maria Lopez, abused as a child, set up the charity.",
    "Police are investigating a theft in Leeds.",
    "The company was accused of fraud.",
    "Acme Ltd was accused of fraud.",
    "Leeds City Council ignored warnings.",
    "A teacher was charged with theft.",
    "Ken Walsh was acquitted of murder.",
    "Ken Walsh was cleared of fraud in 2019.",
    "The charges against Ken Walsh were dropped.",
    "The case against Ken Walsh was dismissed.",
    "Ken Walsh denied altering the records.",
    "Ken Walsh was not charged with any offence.",
    "If Ken Walsh is convicted of fraud, he loses his seat.",
    "Did Ken Walsh take bribes?",
    "In the film, Ken Walsh plays a man accused of murder.",
    "The novel tells how Jane Roe murdered her husband.",
    "Ken Walsh accused the company of negligence.",
    "Ken Walsh investigated the fraud.",
    "Detective Ruth Cole arrested two men.",
    "The mayor opened the bridge.",
    "The mayor's aide lied to the council.",
    "Ruth Cole shot the film in Wales.",
    "Ruth Cole failed to qualify for the final.",
    "Ruth Cole was sentenced by history to be forgotten.",
    "Ruth Cole stole the show.",
    "The ruins of the castle lie in Kent.",
    "Judge Mary Cole convicted two men of theft.",
    "South Korea was accused of dumping steel.",
    "Ruth Cole prosecuted the fraud case.",
    "Her new album is called “What Lies Beneath”.",
    "The divers found Ken Walsh alive.",
    "They condemned the corruption after the mayor resigned.",
    "Ruth Cole said two men had stolen the money.",
  ]

  @Test("What accuses nobody who can be identified is left alone", arguments: harmless)
  func quiet(text: String) throws {
    let draft = try manuscript(text + "\n")
    #expect(accusations(in: draft).map { slice(draft.text, $0.person) } == [])
  }

  @Test("A surname is somebody once the name was told in full, and a key point counts as well")
  func surname() throws {
    let draft = try manuscript(
      "Ken Walsh runs the firm. Walsh took bribes. Deller took bribes.\n\nKey points\n\n- Walsh falsified accounts\n"
    )
    let found = accusations(in: draft)
    #expect(found.map { slice(draft.text, $0.person) } == ["Walsh", "Walsh"])
    #expect(found.map(\.isNamed) == [true, true])
    #expect(found.last?.sentence == draft.keyPoints[0].span)
  }

  @Test("An office is no name")
  func office() throws {
    #expect(accusations(in: try manuscript("The mayor took a bribe.\n")).map(\.isNamed) == [false])
  }

  @Test("Any bytes in any order keep every span inside, and long text without stops is read")
  func anything() throws {
    let words =
      "Ken Walsh , the mayor 's of was accused of fraud and lied “ ” ( ) É Éva Nagy took a bribe by who . ? if"
      .split(separator: " ").map(String.init)
    var generator = SeededGenerator(seed: 7)
    for length in Array(repeating: 30, count: 300) + [6_000] {
      let text = (0..<length).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let draft = try manuscript("Body " + text)
      for found in accusations(in: draft) {
        #expect(found.sentence.contains(found.person) && !found.person.isEmpty)
      }
    }
  }
}
