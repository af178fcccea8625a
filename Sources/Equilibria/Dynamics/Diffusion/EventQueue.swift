/// Events by time, the earliest first: a heap with four children a node, which
/// touches fewer cache lines than one with two.
///
/// Events that have become wrong are left in it; whoever takes one asks whether
/// it still holds.
struct EventQueue {
  private var times: [Double] = []
  private var keys: [Int32] = []

  var isEmpty: Bool { times.isEmpty }

  /// Makes room for a number of events.
  mutating func reserveCapacity(_ count: Int) {
    times.reserveCapacity(count)
    keys.reserveCapacity(count)
  }

  /// Adds an event. O(log events).
  mutating func insert(_ key: Int, at time: Double) {
    times.append(time)
    keys.append(Int32(key))
    times.withUnsafeMutableBufferPointer { times in
      keys.withUnsafeMutableBufferPointer { keys in
        let key = keys[keys.count - 1]
        var place = times.count - 1
        while place > 0 {
          let parent = (place - 1) / 4
          guard time < times[parent] else { break }
          times[place] = times[parent]
          keys[place] = keys[parent]
          place = parent
        }
        times[place] = time
        keys[place] = key
      }
    }
  }

  /// Takes the earliest event out; nil if there is none. O(log events).
  mutating func removeFirst() -> (time: Double, key: Int)? {
    guard let time = times.first, let key = keys.first else { return nil }
    let lastTime = times.removeLast()
    let lastKey = keys.removeLast()
    if !times.isEmpty { sink(lastTime, lastKey) }
    return (time, Int(key))
  }

  /// Puts an event in the place of the first and lets it sink.
  private mutating func sink(_ time: Double, _ key: Int32) {
    times.withUnsafeMutableBufferPointer { times in
      keys.withUnsafeMutableBufferPointer { keys in
        var place = 0
        while true {
          let first = 4 * place + 1
          guard first < times.count else { break }
          var least = first
          for child in (first + 1)..<max(min(first + 4, times.count), first + 1)
          where times[child] < times[least] {
            least = child
          }
          guard times[least] < time else { break }
          times[place] = times[least]
          keys[place] = keys[least]
          place = least
        }
        times[place] = time
        keys[place] = key
      }
    }
  }
}
