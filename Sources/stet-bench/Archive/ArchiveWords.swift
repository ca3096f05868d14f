/// What a made-up archive is about. All names are invented; a city or an institution of this name has nothing to do with it.
enum ArchiveWords {
  private static func list(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { $0.split(separator: ",") }
      .map { part in part.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
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

  /// Sentences that nothing can overtake: most of what news consists of.
  static let filler = list(
    """
    The square was full of market stalls that morning
    Several streets around the building were closed to cars
    Rain had fallen over the valley for most of the week
    A small crowd gathered outside and left before noon
    Local shops opened as usual
    The building dates from the nineteenth century
    Neighbours described the street as quiet
    Buses ran on a changed route for two hours
    The mayor thanked the volunteers for their work
    A spokesman read a short statement and took no questions
    The town has about forty thousand inhabitants
    School children watched from behind the fence
    The meeting lasted less than an hour
    A brass band had played in the park the day before
    The road leads from the station to the old harbour
    Two council members spoke against it and five in favour
    Reporters waited in the lobby
    The ceremony was moved indoors because of the wind
    """)
}
