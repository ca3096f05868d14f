import Client
import FoundationEssentials
import Wire

/// How long it takes to file a draft beside an archive, and beside none.
struct ProbeSummary: Encodable {
  let bench = "archive"
  let probes: Int
  let medianMs: Double
  let p95Ms: Double
  /// The same drafts with the service that holds no archive, in the same run.
  let floorMedianMs: Double
  let floorP95Ms: Double
  /// What the archive adds at the median.
  let addedMs: Double
  let ratio: Double

  /// - Parameters: times in milliseconds.
  init(_ times: [Double], floor: [Double]) {
    probes = times.count
    medianMs = rounded(quantile(0.5, of: times))
    p95Ms = rounded(quantile(0.95, of: times))
    floorMedianMs = rounded(quantile(0.5, of: floor))
    floorP95Ms = rounded(quantile(0.95, of: floor))
    addedMs = rounded(medianMs - floorMedianMs)
    ratio = rounded(medianMs / floorMedianMs)
  }
}

/// The smallest of the numbers that so large a part does not exceed; not a number when there are none.
func quantile(_ part: Double, of numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  let place = Int((part * Double(sorted.count)).rounded(.up)) - 1
  return sorted.isEmpty ? .nan : sorted[min(max(0, place), sorted.count - 1)]
}

/// The service at a URL, with the login that its first start left here.
func service(_ url: String) throws -> StetAPI {
  do {
    let found = try Credentials.find(option: url, environment: ProcessInfo.processInfo.environment)
    return try StetAPI(url: found.url, token: found.token)
  } catch {
    throw ProgramFailed(description: "\(url): \(error)")
  }
}

/// Files each story with both services, one after the other and in turns, so that what else the machine does hits both alike.
func probe(_ stories: [MadeUpStory], url: String, floorURL: String) async throws -> ProbeSummary {
  let services = try [url, floorURL].map(service)
  // A run of its own can be repeated with the same services.
  let run = String(UInt32.random(in: .min ... .max), radix: 36)
  var times: [[Double]] = [[], []]
  for (number, story) in stories.enumerated() {
    for place in number % 2 == 0 ? [0, 1] : [1, 0] {
      let text = Array("# \(story.headline)\n\n\(story.body)\n".utf8)
      let filing = Filing(
        slug: "probe-\(run)-\(number + 1)", byline: story.byline, published: story.published)
      let began = ContinuousClock.now
      do {
        _ = try await services[place].submit(
          file: text, mediaType: "text/markdown", draft: nil, filing: filing, key: "\(run)-\(number)")
      } catch {
        throw ProgramFailed(description: "The draft \(number + 1) was not filed: \(error)")
      }
      let elapsed = (ContinuousClock.now - began).components
      times[place].append(Double(elapsed.seconds) * 1_000 + Double(elapsed.attoseconds) * 1e-15)
    }
  }
  return ProbeSummary(times[0], floor: times[1])
}
