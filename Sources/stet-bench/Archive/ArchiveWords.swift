/// What a made-up archive is about. All names are invented; a city or an institution of this name has nothing to do with it.
enum ArchiveWords {
  /// The parts of a text between commas, wherever its lines end.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  static let firstNames = list(
    """
    Alma, Anders, Beatrix, Bruno, Carla, Casper, Daria, Desmond, Edith, Emil, Farida, Felix, Greta, Gustav, Hanna, Hector,
    Imogen, Ivo, Jasmin, Joel, Karim, Klara, Leila, Lorenz, Mabel, Marek, Nadia, Nils, Olga, Oscar, Petra, Philip, Ramona,
    Rufus, Sabine, Silas, Tamar, Tobias, Ursula, Viktor, Wanda, Willem, Yasmin, Zeno
    """)

  static let lastNames = list(
    """
    Abbott, Albrecht, Arden, Bellamy, Birkett, Calloway, Castellan, Dahl, Dempster, Eastman, Ekholm, Fairburn, Ferrante,
    Garrick, Godwin, Hallam, Haverford, Ibsen, Ingram, Jarvis, Jessop, Kaminsky, Kestrel, Lachance, Linden, Marlowe, Mercer,
    Norwood, Oakes, Ostrander, Pemberton, Prescott, Quillan, Radcliffe, Renwick, Sandoval, Selkirk, Tarrant, Thackeray,
    Underhill, Vance, Voss, Wainwright, Whitlock, Yarrow, Zeller
    """)

  /// Beginnings and ends of the family names that few people have.
  static let nameStems = list(
    """
    Ack, Barn, Birch, Brad, Cald, Clay, Cran, Dent, Dray, Eller, Fair, Fern, Gart, Gold, Hald, Harr, Hether, Holm, Ing, Kel,
    Kirk, Lang, Leng, Mal, Mere, Nether, Nor, Oak, Orm, Pell, Quen, Rams, Rother, Sand, Shel, Stan, Strat, Thorn, Tol, Ulver,
    Wald, Warr, Wether, Win, Yel
    """)
  static let nameEnds = list(
    """
    acre, beck, bottom, brook, burgh, cliffe, combe, cote, dale, den, field, fold, ford, gate, ham, hay, head, hirst, holt,
    hurst, kin, land, leigh, ley, low, man, mede, mond, more, ness, quist, ridge, rigg, shaw, side, stead, ster, stock, stone,
    thwaite, toft, ton, tree, wall, ward, well, wick, wood, worth
    """)

  static let cities = list(
    """
    Alderbrook, Ashcombe, Bexford, Brindle Bay, Calder Falls, Carrow, Dunmere, Eastwick Harbour, Elmsworth, Fairhaven, Glenrock,
    Harrow Point, Ironbridge, Kelso Heights, Lakeford, Linwood, Marlow Sands, Millbrook, Northgate, Oakhurst, Pellham, Port
    Severn, Quarry Hill, Ravensburg, Redcliff, Saltmarsh, Stanmore, Thornbury, Upper Wexley, Westholm
    """)

  static let firms = list(
    """
    Arkwright Energy, Bellweather Foods, Blue Heron Airlines, Cobalt Mining, Copperline Bank, Delmar Shipping, Everfield
    Pharmaceuticals, Fenwick Motors, Granite Insurance, Halcyon Media, Hollis Steel, Juniper Rail, Kingfisher Water, Lantern
    Telecom, Meridian Studios, Northern Timber, Orchard Dairies, Pinnacle Homes, Quayside Logistics, Sterling Chemicals, Tidewater
    Ports, Union Textile, Vanguard Buses, Willow Hospitals
    """)

  static let crimes = list(
    "arson, fraud, manslaughter, embezzlement, bribery, burglary, reckless driving, assault, extortion, perjury"
  )

  static let works = list(
    """
    The Long Ferry, Nine Lanterns, A House of Salt, The Glass Orchard, Winter Signals, The Quiet Pilot, Harbour Lights, The Last
    Surveyor, Paper Rivers, The Clockmaker's Daughter
    """)

  /// Sentences that nothing can overtake: most of what news consists of. `{count}` is a number, `{name}` somebody.
  static let filler =
    """
    The square was full of market stalls that morning
    Several streets around the building were closed to cars for {count} hours
    Rain had fallen over the valley for most of the week
    A small crowd gathered outside and left before noon
    Local shops opened as usual
    The building dates from the nineteenth century and has {count} windows to the street
    Neighbours described the street as quiet and the people who live in it as friendly
    Buses ran on a changed route for {count} minutes
    The mayor thanked the volunteers for their work and shook hands with {name}
    A spokesman read a short statement and took no questions
    The town has about {count} thousand inhabitants and two railway stations
    School children watched from behind the fence while their teacher explained what was going on
    The meeting lasted {count} minutes
    A brass band had played in the park the day before
    The road leads from the station to the old harbour and passes {count} bridges
    Two council members spoke against it and five in favour
    Reporters waited in the lobby until {name} came down the stairs
    The ceremony was moved indoors because of the wind
    “We had coffee and talked about the weather” said {name} who lives across the road
    {name} brought a folder with {count} letters and put it on the table
    A bakery on the corner sold {count} loaves of bread before ten in the morning
    The library showed old photographs of the quarter in its entrance hall
    “It was louder than I expected” said {name} afterwards
    {name} has written {count} articles about the history of the region
    The hall holds {count} people and was half empty
    A tram stood in front of the post office with its doors open
    The newspaper of the neighbouring town told the story on its second page
    {name} remembered a similar morning {count} years ago
    Somebody had left a bicycle at the gate
    The clock on the town hall was {count} minutes slow
    Trees along the avenue had been cut back in the winter
    “Nobody told us anything until lunch” said {name}
    The car park behind the theatre has room for {count} cars
    {name} carried the chairs back into the school together with two friends
    """.split(separator: "\n").map(String.init)
}
