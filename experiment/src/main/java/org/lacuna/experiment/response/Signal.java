package org.lacuna.experiment.response;

/// The ways in which an event shows that it is not one muon and nothing else. Each of them is a
/// measured column, and a cut of the selection.
public enum Signal {
  /// No signal of the kaon in the KTAG.
  KTAG(0, "ktag"),
  /// The track is not found.
  TRACK(1, "track"),
  /// Much energy in the calorimeter at the impact of the track.
  ENERGY(2, "energy"),
  /// A pattern in the RICH that is not that of a muon.
  RICH(3, "rich"),
  /// No signal in MUV3 at the impact of the track.
  MUV3(4, "muv3"),
  /// A cluster in the LKr away from the track.
  LKR(5, "lkr"),
  /// A signal in the LAV.
  LAV(6, "lav"),
  /// A signal in the IRC or the SAC.
  SAV(7, "sav"),
  /// A signal in the CHANTI.
  CHANTI(8, "chanti"),
  /// A second segment in the STRAW.
  SEGMENT(9, "segment"),
  /// Signals in the CHOD tiles away from the track.
  TILES(10, "tiles"),
  /// Signals in the RICH away from the ring.
  RICH_HITS(11, "rich-hits");

  private final int bit;
  private final String word;

  Signal(int place, String word) {
    bit = 1 << place;
    this.word = word;
  }

  /// Its name in cards.
  public String word() {
    return word;
  }

  /// Its place among those of an event.
  int bit() {
    return bit;
  }
}
