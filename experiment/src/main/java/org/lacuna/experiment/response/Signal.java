package org.lacuna.experiment.response;

/// The ways in which an event shows that it is not one muon and nothing else. Each of them is a
/// measured column, and a cut of the selection.
public enum Signal {
  /// No signal of the kaon in the KTAG.
  KTAG("ktag"),
  /// The track is not found.
  TRACK("track"),
  /// Much energy in the calorimeter at the impact of the track.
  ENERGY("energy"),
  /// A pattern in the RICH that is not that of a muon.
  RICH("rich"),
  /// No signal in MUV3 at the impact of the track.
  MUV3("muv3"),
  /// A cluster in the LKr away from the track.
  LKR("lkr"),
  /// A signal in the LAV.
  LAV("lav"),
  /// A signal in the IRC or the SAC.
  SAV("sav"),
  /// A signal in the CHANTI.
  CHANTI("chanti"),
  /// A second segment in the STRAW.
  SEGMENT("segment"),
  /// Signals in the CHOD tiles away from the track.
  TILES("tiles"),
  /// Signals in the RICH away from the ring.
  RICH_HITS("rich-hits");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  /// Its name in cards.
  public String word() {
    return word;
  }

  /// Its place among those of an event.
  int bit() {
    return 1 << ordinal();
  }
}
