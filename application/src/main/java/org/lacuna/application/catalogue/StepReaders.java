package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.core.quantity.Dimension.ANGLE;
import static org.lacuna.core.quantity.Dimension.DEVIATION;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.LENGTH;
import static org.lacuna.core.quantity.Dimension.LENGTH_TIMES_MOMENTUM;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Numeric;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.Table;
import org.lacuna.core.function.Curve;
import org.lacuna.experiment.reconstruction.BeamAxis;
import org.lacuna.experiment.reconstruction.ChooseTrack;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.reconstruction.MatchMuv3;
import org.lacuna.experiment.reconstruction.MissingMass;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.reconstruction.Vertex;

/// The steps of the reconstruction.
final class StepReaders {
  static final Map<String, Reader<? extends InApparatus<? extends Step>>> STEPS =
      Map.of(
          "beam-axis",
          StepReaders::beamAxis,
          "choose-track",
          StepReaders::chooseTrack,
          "match-kaon",
          StepReaders::matchKaon,
          "match-muv3",
          StepReaders::matchMuv3,
          "missing-mass",
          _ -> () -> _ -> new MissingMass(),
          "vertex",
          _ -> () -> apparatus -> new Vertex(apparatus.field()));

  /// How far beyond the last point a tail is followed.
  private static final double BEYOND = 4;

  private static Supplier<InApparatus<BeamAxis>> beamAxis(Card card) {
    var momentum = card.get("momentum", quantity(ENERGY).above(0), "of all kaons");
    var x = card.get("x", quantity(LENGTH), "of the axis at the last GTK station");
    return () ->
        apparatus ->
            new BeamAxis(
                apparatus.beam().stationZM(), x.get(), apparatus.beam().slopeX(), momentum.get());
  }

  private static Supplier<InApparatus<ChooseTrack>> chooseTrack(Card card) {
    var least = card.get("momentum-from", quantity(ENERGY).atLeast(0), "of a candidate");
    var most = card.get("momentum-to", quantity(ENERGY).above(0), "of a candidate");
    var energy = card.get("energy-over-momentum", number().above(0), "largest of a candidate");
    var window = card.get("muv3-within", quantity(TIME).above(0), "of the time of a candidate");
    var closest =
        card.get("closest", quantity(LENGTH).above(0), "approach of two tracks at a vertex");
    var from = card.get("vertex-from", quantity(LENGTH), "where vertices begin");
    var to = card.get("vertex-to", quantity(LENGTH), "where vertices end");
    return () -> {
      ChooseTrack step =
          new ChooseTrack(
              least.get(),
              most.get(),
              energy.get(),
              window.get(),
              closest.get(),
              from.get(),
              to.get());
      return _ -> step;
    };
  }

  private static Supplier<InApparatus<MatchKaon>> matchKaon(Card card) {
    var window = card.get("window", quantity(TIME).above(0), "largest time against the KTAG");
    var momentum = card.get("momentum", quantity(ENERGY).above(0), "of the beam");
    var momentumSigma = card.get("momentum-sigma", quantity(ENERGY).above(0), "its spread");
    var slopeSigmaX = card.get("slope-sigma-x", quantity(ANGLE).above(0), "spread of dx/dz");
    var slopeSigmaY = card.get("slope-sigma-y", quantity(ANGLE).above(0), "spread of dy/dz");
    var most = card.get("largest-chi-square", number().above(0), "of a beam particle");
    var distance = distribution(card, "distance", "distanceM", quantity(LENGTH).above(0), "m");
    var time = distribution(card, "time", "timeNs", quantity(TIME).above(0), "ns");
    return () ->
        apparatus ->
            new MatchKaon(
                distance.get(),
                time.get(),
                window.get(),
                momentum.get(),
                momentumSigma.get(),
                apparatus.beam().slopeX(),
                slopeSigmaX.get(),
                slopeSigmaY.get(),
                most.get());
  }

  private static Supplier<InApparatus<MatchMuv3>> matchMuv3(Card card) {
    var scattering =
        card.get(
            "scattering",
            quantity(LENGTH_TIMES_MOMENTUM).above(0),
            "standard deviation of the impact times the momentum");
    var within =
        card.get(
            "within",
            quantity(DEVIATION).above(0),
            "how many of them a track may be away from the edge of the tile");
    return () ->
        apparatus ->
            new MatchMuv3(
                apparatus.muonLine().detector().z(),
                apparatus.muonLine().tiles(),
                within.get() * scattering.get());
  }

  /// One minus a cumulative distribution that is given at some points.
  private static Supplier<Curve> distribution(
      Card card, String key, String name, Numeric numbers, String unit) {
    var points =
        card.get(
            key,
            table(new Table.Column(name, numbers, unit), new Table.Column("share", fraction(), "")),
            "share of true pairings with at most this "
                + key
                + "; exponentials between the points");
    return () -> tail(points.get().column(name), points.get().column("share"));
  }

  private static Curve tail(double[] x, double[] share) {
    double[] from = new double[x.length + 1];
    double[] logarithm = new double[x.length + 1];
    for (int k = 0; k < x.length; k++) {
      from[k + 1] = x[k];
      logarithm[k + 1] = StrictMath.log1p(-share[k]);
    }
    int last = x.length;
    double slope = (logarithm[last] - logarithm[last - 1]) / (from[last] - from[last - 1]);
    return new Curve(
        0,
        BEYOND * from[last],
        at ->
            StrictMath.exp(
                Points.between(from, logarithm, at) + slope * Math.max(0, at - from[last])));
  }

  private StepReaders() {}
}
