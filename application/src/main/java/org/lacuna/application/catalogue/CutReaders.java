package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.count;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.oneOf;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.core.quantity.Dimension.ANGLE;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.ENERGY_SQUARED;
import static org.lacuna.core.quantity.Dimension.LENGTH;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Kind;
import org.lacuna.application.card.Numeric;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.experiment.selection.Cuts;

/// The cuts of a selection.
final class CutReaders {
  static final Map<String, Reader<? extends InApparatus<Cut>>> CUTS =
      Map.ofEntries(
          Map.entry(
              "acceptance", _ -> () -> apparatus -> Cuts.acceptance(apparatus.spectrometer())),
          Map.entry("at-most", CutReaders::atMost),
          Map.entry("discriminant", CutReaders::discriminant),
          Map.entry("distance", CutReaders::distance),
          Map.entry("energy-over-momentum", CutReaders::energyOverMomentum),
          Map.entry("in-time", CutReaders::inTime),
          Map.entry("missing-mass-squared", CutReaders::missingMassSquared),
          Map.entry("momentum", CutReaders::momentum),
          Map.entry("no-segment", _ -> () -> _ -> Cuts.noSegment()),
          Map.entry("one-positive-track", _ -> () -> _ -> Cuts.onePositiveTrack()),
          Map.entry("rich-muon", CutReaders::richMuon),
          Map.entry("trigger", _ -> () -> _ -> Cuts.trigger()),
          Map.entry("vertex", CutReaders::vertex),
          Map.entry("vertex-beyond", CutReaders::vertexBeyond),
          Map.entry("veto", CutReaders::veto));

  /// Detectors that must have a signal.
  private static final Map<String, DoubleFunction<Cut>> IN_TIME =
      Map.of("gtk", Cuts::kaonTrack, "ktag", Cuts::ktag, "muv3", Cuts::muv3);

  /// Detectors that may have none.
  private static final Map<String, DoubleFunction<Cut>> VETOES =
      Map.of(
          "chanti", Cuts::chantiVeto,
          "lav", Cuts::lavVeto,
          "lkr", Cuts::lkrVeto,
          "sav", Cuts::savVeto);

  /// Detectors that may have a few.
  private static final Map<String, IntFunction<Cut>> AT_MOST =
      Map.of("chod-tiles", Cuts::tiles, "gtk", Cuts::beamTracks, "rich", Cuts::richHits);

  /// Forms of the least distance of the vertex from the start of the fiducial volume.
  private static final Map<String, Reader<? extends InApparatus<Cut>>> BEYOND =
      Map.of(
          "constant", CutReaders::beyondConstant,
          "cosine", CutReaders::beyondCosine,
          "kinematic", CutReaders::beyondKinematic,
          "linear", CutReaders::beyondLinear);

  private static final Numeric DISTANCE = quantity(LENGTH).atLeast(0);

  private static Supplier<InApparatus<Cut>> momentum(Card card) {
    var from = card.get("from", quantity(ENERGY).atLeast(0), "least momentum of the track");
    var to = card.get("to", quantity(ENERGY).above(0), "largest momentum of the track");
    return () -> _ -> Cuts.momentum(from.get(), to.get());
  }

  private static Supplier<InApparatus<Cut>> energyOverMomentum(Card card) {
    var max = card.get("max", number().above(0), "energy in the LKr over momentum of the track");
    return () -> _ -> Cuts.energyOverMomentum(max.get());
  }

  private static Supplier<InApparatus<Cut>> richMuon(Card card) {
    var below =
        card.get("below", quantity(ENERGY).above(0), "momentum up to which it is asked for");
    return () -> _ -> Cuts.richMuon(below.get());
  }

  private static Supplier<InApparatus<Cut>> discriminant(Card card) {
    var min = card.get("min", fraction(), "discriminant of the kaon");
    return () -> _ -> Cuts.discriminant(min.get());
  }

  private static Supplier<InApparatus<Cut>> distance(Card card) {
    var max = card.get("max", quantity(LENGTH).above(0), "closest approach of kaon and muon");
    return () -> _ -> Cuts.distance(max.get());
  }

  private static Supplier<InApparatus<Cut>> vertex(Card card) {
    var from = card.get("from", quantity(LENGTH), "least z of the vertex");
    var to = card.get("to", quantity(LENGTH), "largest z of the vertex");
    return () -> _ -> Cuts.vertex(from.get(), to.get());
  }

  private static Supplier<InApparatus<Cut>> missingMassSquared(Card card) {
    var from = card.get("from", quantity(ENERGY_SQUARED), "least squared missing mass");
    var to = card.get("to", quantity(ENERGY_SQUARED), "largest squared missing mass");
    return () -> _ -> Cuts.missingMassSquared(from.get(), to.get());
  }

  private static Supplier<InApparatus<Cut>> inTime(Card card) {
    return window(card, IN_TIME, "that must have a signal near the muon in time");
  }

  private static Supplier<InApparatus<Cut>> veto(Card card) {
    return window(card, VETOES, "that may have no signal near the muon in time");
  }

  private static Supplier<InApparatus<Cut>> window(
      Card card, Map<String, DoubleFunction<Cut>> detectors, String meaning) {
    var detector = card.get("detector", choice(detectors), "detector " + meaning);
    var within = card.get("within", quantity(TIME).above(0), "largest time against the muon");
    return () -> _ -> detector.get().apply(within.get());
  }

  private static Supplier<InApparatus<Cut>> atMost(Card card) {
    var detector = card.get("detector", choice(AT_MOST), "where signals away from the track count");
    var number = card.get("number", count(0, 1000), "how many there may be");
    return () -> _ -> detector.get().apply(number.get().intValue());
  }

  private static Supplier<InApparatus<Cut>> vertexBeyond(Card card) {
    Kind<InApparatus<Cut>> form = oneOf("a form", BEYOND);
    return card.get("form", form, "least distance of the vertex from the fiducial start");
  }

  private static Supplier<InApparatus<Cut>> beyondConstant(Card card) {
    var least = card.get("least", DISTANCE, "at any angle");
    return () -> apparatus -> Cuts.vertexBeyond(apparatus.beam().fiducialStartM(), least.get());
  }

  private static Supplier<InApparatus<Cut>> beyondLinear(Card card) {
    var far = card.get("far", DISTANCE, "at small theta*");
    var near = card.get("near", DISTANCE, "at large theta*");
    var from = card.get("from", quantity(ANGLE).atLeast(0), "theta* where it begins to fall");
    var to = card.get("to", quantity(ANGLE).above(0), "theta* where it ends to fall");
    return () ->
        apparatus ->
            Cuts.vertexBeyondLinear(
                apparatus.beam().fiducialStartM(), far.get(), near.get(), from.get(), to.get());
  }

  private static Supplier<InApparatus<Cut>> beyondCosine(Card card) {
    var far = card.get("far", DISTANCE, "at theta* = 0");
    var near = card.get("near", DISTANCE, "at theta* = 180 deg");
    return () ->
        apparatus ->
            Cuts.vertexBeyondCosine(apparatus.beam().fiducialStartM(), far.get(), near.get());
  }

  private static Supplier<InApparatus<Cut>> beyondKinematic(Card card) {
    var far = card.get("far", DISTANCE, "largest");
    var near = card.get("near", DISTANCE, "smallest");
    var k = card.get("k", DISTANCE, "k / tan(theta*/2) between the two");
    return () ->
        apparatus ->
            Cuts.vertexBeyondKinematic(
                apparatus.beam().fiducialStartM(), far.get(), near.get(), k.get());
  }

  private CutReaders() {}
}
