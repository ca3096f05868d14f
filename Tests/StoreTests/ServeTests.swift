import FoundationEssentials
import Glibc
import TestCluster
import Testing

@Suite("The service as a process", .serialized, .timeLimit(.minutes(5)))
struct ServeTests {
  @Test(
    "A second one on the same data is refused with the first one's number and address; SIGTERM ends it with 0"
  )
  func second() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    let serving = try await program.serve("--time-zone", "America/Denver")
    let refused = try await program.run("serve", "--port", "0")
    #expect(refused.code == 69)
    #expect(refused.out.isEmpty)
    #expect(refused.err.contains("\(serving.pid)"), "\(refused.err)")
    #expect(refused.err.contains("http://127.0.0.1:\(serving.port)"), "\(refused.err)")
    #expect(await PlainHTTP(port: serving.port, path: "/readyz").send()?.status == 200)
    // Other commands go to its database meanwhile.
    #expect(try await program.run("doctor").code == 0)
    #expect(try await serving.stop() == 0)
    #expect(postmaster(of: program.data) == nil)
  }

  @Test("A port that is taken is refused, and the database is left in order")
  func port() async throws {
    let folder = try TemporaryFolder()
    let (one, other) = (StetProgram(in: folder, data: "one"), StetProgram(in: folder, data: "other"))
    let serving = try await one.serve()
    let refused = try await other.run("serve", "--port", "\(serving.port)")
    #expect(refused.code == 69, "\(refused.err)")
    #expect(refused.err.contains("\(serving.port)"), "\(refused.err)")
    #expect(postmaster(of: other.data) == nil)
    #expect(try await serving.stop() == 0)
  }

  @Test("It keeps its zone, and an address that others reach wants https in front of it")
  func configuration() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    let serving = try await program.serve("--time-zone", "America/Denver")
    #expect(serving.text.contains("America/Denver"))
    #expect(try await serving.stop() == 0)
    for words in [["--time-zone", "Europe/London"], ["--host", "0.0.0.0"]] {
      let refused = try await program.run("serve", "--port", "0", words[0], words[1])
      #expect(refused.code == 78, "\(words): \(refused.err)")
    }
  }

  @Test("A killed PostgreSQL is started again: not ready for a moment, alive all the time, then ready")
  func postgres() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    let serving = try await program.serve("--time-zone", "America/Denver")
    let first = try #require(postmaster(of: program.data))
    kill(first, SIGKILL)
    let outage = try await eventually(every: .milliseconds(2)) {
      let status = await PlainHTTP(port: serving.port, path: "/readyz").send()?.status
      return status == 503 ? status : nil
    }
    #expect(outage == 503)
    #expect(await PlainHTTP(port: serving.port, path: "/livez").send()?.status == 200)
    let recovery = try await eventually {
      let status = await PlainHTTP(port: serving.port, path: "/readyz").send()?.status
      return status == 200 ? status : nil
    }
    #expect(recovery == 200)
    let next = try #require(postmaster(of: program.data))
    #expect(next != first)
    #expect(try await program.run("journal", "verify").code == 0)
    #expect(try await serving.stop() == 0)
  }

  @Test("After it was killed the next one starts on the same data, with nothing done by hand")
  func killed() async throws {
    let program = StetProgram(in: try TemporaryFolder())
    let first = try await program.serve("--time-zone", "America/Denver")
    #expect(try await program.run("desk", "add", "courts").code == 0)
    first.signal(SIGKILL)
    #expect(try await first.ended() == 128 + SIGKILL)
    let second = try await program.serve()
    #expect(second.text.contains("America/Denver"))
    let again = try await program.run("desk", "add", "courts")
    #expect(again.code == 73, "\(again.err)")
    #expect(try await second.stop() == 0)
  }
}
