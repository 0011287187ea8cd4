package org.lacuna.experiment.response;

import org.lacuna.experiment.event.Measured;

/// The ways in which an event shows that it is not one muon and nothing else. Each of them is a
/// measured column, and a cut of the selection.
public enum Signal {
  KTAG(0, "ktag", "no signal of the kaon in the KTAG"),
  TRACK(1, "track", "no track"),
  ENERGY(2, "energy", "much energy in the LKr at the track"),
  RICH(3, "rich", "a RICH pattern that is not that of a muon"),
  MUV3(4, "muv3", "no MUV3 signal at the track"),
  LKR(5, "lkr", "an LKr cluster away from the track"),
  LAV(6, "lav", "a LAV signal"),
  SAV(7, "sav", "an IRC or SAC signal"),
  CHANTI(8, "chanti", "a CHANTI signal"),
  SEGMENT(9, "segment", "a second STRAW segment"),
  TILES(10, "tiles", "CHOD tiles away from the track"),
  RICH_HITS(11, "rich-hits", "RICH signals away from the ring");

  private final int bit;
  private final String word;
  private final String meaning;

  Signal(int place, String word, String meaning) {
    bit = 1 << place;
    this.word = word;
    this.meaning = meaning;
  }

  /// Its name in cards.
  public String word() {
    return word;
  }

  /// What it is, in words.
  public String meaning() {
    return meaning;
  }

  /// What is measured of it, if that is a time or a number.
  float[] column(Measured seen) {
    return switch (this) {
      case LKR -> seen.lkrTime;
      case LAV -> seen.lavTime;
      case SAV -> seen.savTime;
      case CHANTI -> seen.chantiTime;
      case SEGMENT -> seen.extraSegments;
      case TILES -> seen.extraTiles;
      case RICH_HITS -> seen.extraRichHits;
      default -> throw new IllegalArgumentException(word + " is neither a time nor a number");
    };
  }

  /// Its place among those of an event.
  int bit() {
    return bit;
  }
}
