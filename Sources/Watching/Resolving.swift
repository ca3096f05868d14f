import Editorial
import Glibc
import NIOPosix

/// Where the name of a host leads, as whoever connects would be led. Empty when it leads nowhere.
public typealias Resolve = @Sendable (String) async throws -> [NetworkAddress]

/// Asks the system. Numbers in odd spellings, such as `0x7f.1`, come out as what a connection would take them for.
@Sendable public func systemAddresses(of host: String) async throws -> [NetworkAddress] {
  try await NIOThreadPool.singleton.runIfActive { addresses(of: host, flags: 0) }
}

/// The same for numbers alone, in whatever spelling: nobody is asked about a name, and it leads nowhere.
@Sendable public func numericAddresses(of host: String) async throws -> [NetworkAddress] {
  addresses(of: host, flags: AI_NUMERICHOST)
}

private func addresses(of host: String, flags: Int32) -> [NetworkAddress] {
  var hints = addrinfo()
  hints.ai_flags = flags
  hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var list: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
  defer { freeaddrinfo(list) }
  var found: [NetworkAddress] = []
  var entry = list
  while let info = entry?.pointee {
    if let address = address(of: info), !found.contains(address) { found.append(address) }
    entry = info.ai_next
  }
  return found
}

private func address(of info: addrinfo) -> NetworkAddress? {
  guard let raw = UnsafeRawPointer(info.ai_addr) else { return nil }
  switch info.ai_family {
  case AF_INET where Int(info.ai_addrlen) >= MemoryLayout<sockaddr_in>.size:
    var place = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
    return NetworkAddress(bytes: withUnsafeBytes(of: &place) { Array($0) })
  case AF_INET6 where Int(info.ai_addrlen) >= MemoryLayout<sockaddr_in6>.size:
    var place = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
    return NetworkAddress(bytes: withUnsafeBytes(of: &place) { Array($0) })
  default: return nil
  }
}
