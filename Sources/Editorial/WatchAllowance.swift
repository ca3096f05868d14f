/// Where looks may go besides the public internet, as the operator says it.
public struct WatchAllowance: Hashable, Sendable {
  let names: Set<String>
  let ranges: [AddressRange]
  let ports: Set<Int>

  /// Reads names, addresses, ranges and ports between spaces or commas: `docket.internal 10.20.0.0/16 :8080`. A name is
  /// allowed wherever it leads, a port on every host that is allowed.
  public init(_ text: String) throws(UnfitAddress) {
    var names: Set<String> = []
    var ranges: [AddressRange] = []
    var ports: Set<Int> = [80, 443]
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
      if let range = AddressRange(word) {
        ranges.append(range)
      } else if word.hasPrefix(":"), let port = Int(word.dropFirst()), (1...65_535).contains(port) {
        ports.insert(port)
      } else {
        guard let address = try? WebAddress("http://\(word)"), address.target == "/", address.port == 80,
          !word.contains("/"), !word.contains(":")
        else { throw UnfitAddress("“\(word)” is no name, address, range or :port") }
        names.insert(address.host)
      }
    }
    (self.names, self.ranges, self.ports) = (names, ranges, ports)
  }

  /// Why a look at `address` is refused, when its host leads to `places`; nil when it may go to every one of them. One
  /// that may not be asked is enough: who answers with a good and a bad one means the bad one.
  public func whyRefused(_ address: WebAddress, leadingTo places: [NetworkAddress]) -> String? {
    guard ports.contains(address.port) else {
      return "port \(address.port) is not asked unless the operator allows it (STET_WATCH_ALLOW)"
    }
    guard !places.isEmpty else { return "the host \(address.host) has no address" }
    if names.contains(address.host) { return nil }
    for place in places where !ranges.contains(where: { $0.contains(place) }) {
      if let why = place.whyForbidden {
        return "the host \(address.host) leads to \(why), which is not asked unless the operator allows it "
          + "(STET_WATCH_ALLOW)"
      }
    }
    return nil
  }
}
