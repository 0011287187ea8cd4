package org.lacuna.analysis.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lacuna.analysis.acceptance.Acceptance;
import org.lacuna.analysis.acceptance.GaussianCore;
import org.lacuna.analysis.acceptance.HnlSignal;
import org.lacuna.analysis.normalisation.KaonDecays;
import org.lacuna.analysis.normalisation.PeakWidth;
import org.lacuna.analysis.result.Normalisation;
import org.lacuna.analysis.result.Resolution.Width;
import org.lacuna.analysis.sample.Sample;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.experiment.beam.Beam;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.validation.ChosenKaons;
import org.lacuna.experiment.validation.Gathered;
import org.lacuna.experiment.validation.LostPhotons;
import org.lacuna.experiment.validation.Ratio;
import org.lacuna.experiment.validation.SeenDecays;
import org.lacuna.experiment.validation.ThreePions;
import org.lacuna.experiment.validation.TwoClusters;
import org.lacuna.experiment.validation.Values;
import org.lacuna.statistics.sideband.Interval;

/// The rows of the validation, group by group.
///
/// @cite NA62Invisible2021
public final class Validation {
  /// The simulation of the experiment, figures of which are public.
  private static final String EXPERIMENT = "simulation of the experiment, public";

  private static final double NONE = Double.NaN;
  private static final double MEV_PER_GEV = 1e3;

  /// Mean beam rate of the paper.
  private static final double RATE_MHZ = 500;

  private static final double MM_PER_M = 1e3;

  /// Below it the experiment's own selection of K⁺ → μ⁺ν takes no kaon.
  private static final double LEAST_DISCRIMINANT = 0.03;

  private Validation() {}

  /// Acceptance and width of K⁺ → μ⁺ν.
  ///
  /// @param samples the processes of which it is made
  /// @param regionGeV2 of the squared missing mass
  public static List<Quantity> peak(
      List<Sample> samples, Estimate branchingFraction, Interval regionGeV2) {
    Normalisation made = KaonDecays.count(0, samples, branchingFraction, regionGeV2);
    Width width = PeakWidth.of(samples, regionGeV2).missingMassSquaredAtPeak();
    return List.of(
        new Quantity(
            "acceptance.sm",
            "A_SM",
            0.302,
            made.acceptance(),
            "section 3",
            "± 0.005 in the paper; ± 4 to 7 % from the form of the least vertex distance and ± 2 %"
                + " from the efficiencies here"),
        new Quantity(
            "acceptance.smGeometric",
            "A_SM without efficiencies",
            NONE,
            made.acceptanceGeometric(),
            "",
            "GTK efficiency and photon veto are in"),
        new Quantity(
            "resolution.core",
            "σ(m²_miss), Gaussian core",
            1.5e-3,
            width.core(),
            "section 2",
            "the paper does not say whether it quotes the core or the rms"),
        new Quantity(
            "resolution.rms",
            "σ(m²_miss), rms in the SM region",
            1.5e-3,
            width.rms(),
            "section 2",
            "as above; kaons that are wrong widen the rms"));
  }

  /// How much the beam spectrometer sharpens the peak of K⁺ → μ⁺ν.
  ///
  /// @param with the samples with it
  /// @param without the same decays without it
  public static Quantity gain(List<Sample> with, List<Sample> without, Interval regionGeV2) {
    Estimate sharp = PeakWidth.of(with, regionGeV2).missingMassSquaredAtPeak().core();
    Estimate wide = PeakWidth.of(without, regionGeV2).missingMassSquaredAtPeak().core();
    return new Quantity(
        "gtk.gain",
        "σ(m²_miss) without GTK over with",
        3,
        quotient(wide, sharp),
        "section 5",
        "of m_N in the paper, against the data of 2015 and their beam");
  }

  /// Share of K⁺ → μ⁺ν that signals of other particles lose.
  ///
  /// @param with the samples with such signals
  /// @param without the same decays without them
  public static Quantity randomVeto(
      List<Sample> with, List<Sample> without, Estimate branchingFraction, Interval regionGeV2) {
    Estimate kept =
        quotient(
            KaonDecays.count(0, with, branchingFraction, regionGeV2).acceptance(),
            KaonDecays.count(0, without, branchingFraction, regionGeV2).acceptance());
    return new Quantity(
        "randomVeto",
        "random veto",
        0.30,
        new Estimate(1 - kept.value(), kept.sigma(), ""),
        "section 3",
        "no test: the accidental signals of `na62-recorded` were made from this number");
  }

  /// Acceptance of the selection of the experiment's own simulation of K⁺ → μ⁺ν, without GTK.
  public static Quantity withoutGtk(
      List<Sample> samples, Estimate branchingFraction, Interval regionGeV2) {
    return new Quantity(
        "acceptance.noGtk",
        "A(K⁺ → μ⁺ν) without GTK",
        0.4413,
        KaonDecays.count(0, samples, branchingFraction, regionGeV2).acceptance(),
        EXPERIMENT,
        "no test of the efficiencies: 0.951 of them was made from this number and a geometric"
            + " acceptance of 0.464");
  }

  /// The same with a kaon track.
  public static Quantity withGtk(
      List<Sample> samples, Estimate branchingFraction, Interval regionGeV2) {
    return new Quantity(
        "acceptance.gtk",
        "A(K⁺ → μ⁺ν) with GTK",
        0.3388,
        KaonDecays.count(0, samples, branchingFraction, regionGeV2).acceptance(),
        EXPERIMENT,
        "its ratio to the row above is 0.768, close to 0.885 of the GTK times 0.865 of D > 0.03;"
            + " but the muons here are faster than the pions from which D is made, and meet the"
            + " kaon at 0.85 instead of 1.36 mm (median), so that 0.935 of them pass");
  }

  /// The control sample K⁺ → π⁺π⁺π⁻.
  public static List<Quantity> threePions(Gathered pions) {
    List<Quantity> rows = new ArrayList<>();
    rows.add(
        new Quantity(
            "k3pi.acceptance",
            "A(K⁺ → π⁺π⁺π⁻)",
            0.154,
            pions.ratioOf(ThreePions.ACCEPTED).estimate(),
            EXPERIMENT,
            "here all three in the four chambers and the CHOD, and no pion decays before the last"
                + " chamber; the published one asks for 3 or 4 chambers and contains tracking and"
                + " interactions: about 0.95 for each pion"));
    rows.add(
        new Quantity(
            "k3pi.acceptance.chambers",
            "the same, four chambers alone",
            NONE,
            pions.ratioOf(ThreePions.IN_CHAMBERS).estimate(),
            "",
            "without the CHOD"));
    rows.add(
        width(
            "k3pi.massResolutionMeV",
            "σ(m_3π)",
            0.71,
            pions.valuesOf(ThreePions.MASS),
            MEV_PER_GEV,
            "MeV",
            EXPERIMENT + ", and data",
            "Gaussian core; 0.72 mrad GeV of scattering in the slopes fits the closest approach,"
                + " 0.65 would fit this"));
    rows.addAll(distances(pions.valuesOf(ThreePions.DISTANCE)));
    rows.add(aboveLeast(pions.valuesOf(ThreePions.DISCRIMINANT)));
    return rows;
  }

  /// Closest approach of kaon and pion, beside the control sample of the experiment.
  private static List<Quantity> distances(Values distance) {
    List<Double> published = List.of(1.30, 1.99, 3.85, 5.16, 9.2);
    List<Quantile> quantiles =
        Quantile.of(
            distance.values(),
            distance.weights(),
            "mm",
            MM_PER_M,
            List.of(0.5, 0.68, 0.9, 0.95, 0.99));
    return IntStream.range(0, published.size())
        .mapToObj(k -> {
          long share = Math.round(100 * quantiles.get(k).share());
          return new Quantity(
              "k3pi.distance." + share,
              share + " % of kaons and pions come closer",
              published.get(k),
              quantiles.get(k).value(),
              "control sample of the experiment, public",
              "the slope resolution is assumed so that the middle fits; interactions and pile-up"
                  + " tracks, which make the tail, are not in");
        })
        .toList();
  }

  private static Quantity aboveLeast(Values discriminant) {
    double[] value = discriminant.values();
    double[] weight = discriminant.weights();
    Ratio above = new Ratio();
    for (int i = 0; i < value.length; i++) {
      above.add(value[i] > LEAST_DISCRIMINANT ? weight[i] : 0, weight[i]);
    }
    return new Quantity(
        "k3pi.discriminantAbove003",
        "true pairs with D > 0.03",
        1 - LEAST_DISCRIMINANT * (1 - StrictMath.log(LEAST_DISCRIMINANT)),
        above.estimate(),
        "product of two uniform numbers",
        "by construction: D is made from the distributions of this sample");
  }

  /// K⁺ → π⁺π⁰ with both photons in the LKr.
  public static List<Quantity> twoClusters(Gathered clusters) {
    return List.of(
        new Quantity(
            "k2pi.acceptance",
            "A(K⁺ → π⁺π⁰), both photons in the LKr",
            0.153,
            clusters.ratioOf(TwoClusters.IN_RANGE).estimate(),
            EXPERIMENT,
            "0.143 to 0.162 depending on the version of the selection, which is not public: the"
                + " range of 15 to 35 GeV for the π⁺ is our guess. In chambers and CHOD, clusters"
                + " of 3 GeV or more, 0.2 m from each other and from the π⁺; without losses by"
                + " tracking, interactions and conversions"),
        new Quantity(
            "k2pi.acceptance.allMomenta",
            "the same, π⁺ of any momentum",
            NONE,
            clusters.ratioOf(TwoClusters.ACCEPTED).estimate(),
            "",
            ""),
        width(
            "k2pi.missingMassWidth",
            "σ(m²_miss) of K⁺ → π⁺π⁰",
            1e-3,
            clusters.valuesOf(TwoClusters.MISSING),
            1,
            "GeV^2",
            "NA62, as recalled",
            "π⁺ of 15 to 35 GeV; Gaussian core"),
        width(
            "k2pi.photonMassWidthMeV",
            "σ(m_γγ) of K⁺ → π⁺π⁰",
            NONE,
            clusters.valuesOf(TwoClusters.PHOTONS),
            MEV_PER_GEV,
            "MeV",
            "",
            "from the vertex of kaon and π⁺; Gaussian core"));
  }

  private static Quantity width(
      String name,
      String symbol,
      double published,
      Values values,
      double scale,
      String unit,
      String where,
      String remark) {
    GaussianCore core = GaussianCore.of(values.values(), values.weights());
    Estimate width = new Estimate(scale * core.sigma(), scale * core.sigmaError(), unit);
    return new Quantity(name, symbol, published, width, where, remark);
  }

  /// K⁺ → μ⁺ννν̄.
  ///
  /// @param thresholdGeV2 where the search begins
  public static List<Quantity> threeNeutrinos(Result sample, double thresholdGeV2) {
    int nominal = Variant.NOMINAL.index();
    double low = sample.spectrum().edge(0);
    double high = sample.spectrum().edge(sample.spectrum().bins());
    return List.of(
        new Quantity(
            "munununu.acceptanceUncut",
            "A⁰(K⁺ → μ⁺ννν̄)",
            0.277,
            Acceptance.within(sample, nominal, low, high),
            "section 6",
            "spectrum of the Standard Model"),
        new Quantity(
            "munununu.acceptance",
            "A(K⁺ → μ⁺ννν̄), m²_miss > 0.1 GeV²",
            0.103,
            Acceptance.within(sample, nominal, thresholdGeV2, high),
            "section 6",
            "spectrum of the Standard Model"));
  }

  /// How often another beam particle is taken for the kaon.
  public static List<Quantity> wrongKaons(Gathered kaons) {
    return List.of(
        new Quantity(
            "wrongKaonFraction",
            "selected events with a wrong kaon",
            NONE,
            kaons.ratioOf(ChosenKaons.WRONG).estimate(),
            "",
            "0.030 in an independent prototype"),
        new Quantity(
            "wrongKaonFraction.kaonPresent",
            "the same where the GTK has the true one",
            0.013,
            kaons.ratioOf(ChosenKaons.MISPAIRED).estimate(),
            EXPERIMENT,
            "the published one is of a neural matcher, of all events"));
  }

  /// Rate of decays in the fiducial volume, by integration over the momenta of the beam.
  public static Quantity decayRate(Beam beam) {
    return new Quantity(
        "decayRateMHz",
        "K⁺ decays in the fiducial volume",
        3.7,
        new Estimate(RATE_MHZ * beam.decays(), 0, "MHz"),
        "section 1",
        "at 500 MHz; a formula, no Monte Carlo");
  }

  /// Photons of π⁰ that no counter covers.
  public static List<Quantity> lostPhotons(Gathered photons) {
    return List.of(
        new Quantity(
            "pi0.photonOutsideVetoes",
            "π⁰ with a photon outside all vetoes",
            0.002,
            photons.ratioOf(LostPhotons.TAGGED).estimate(),
            EXPERIMENT,
            "K⁺ → π⁺π⁰ with the π⁺ in chambers and CHOD at 15 to 35 GeV"),
        new Quantity(
            "pi0.photonOutsideVetoes.allDecays",
            "the same, of all K⁺ → π⁺π⁰",
            NONE,
            photons.ratioOf(LostPhotons.ALL).estimate(),
            "",
            ""));
  }

  /// Loss of acceptance by decays of N.
  ///
  /// @param decays looked at with these ends and lifetimes
  /// @param end where the vetoes end
  /// @param suffix of the names of the quantities
  public static List<Quantity> lifetimes(
      double massGeV, Gathered decays, String end, String suffix, List<Double> lifetimesNs) {
    long massMeV = Math.round(MEV_PER_GEV * massGeV);
    List<Quantity> rows = new ArrayList<>();
    for (double lifetimeNs : lifetimesNs) {
      rows.add(
          new Quantity(
              String.format(Locale.ROOT, "lifetime%.0fns.%dMeV%s", lifetimeNs, massMeV, suffix),
              String.format(
                  Locale.ROOT, "A_N(∞)/A_N(%.0f ns) at %d MeV, %s", lifetimeNs, massMeV, end),
              publishedLoss(lifetimeNs),
              decays.ratioOf(SeenDecays.name(end, lifetimeNs)).estimate(),
              "section 5",
              lifetimeNs == 50
                  ? "\"O(1 %)\" for decays to detectable particles; here every decay before the "
                      + end
                      + " loses the event"
                  : "\"up to\" this, depending on m_N"));
    }
    return rows;
  }

  private static double publishedLoss(double lifetimeNs) {
    if (lifetimeNs == 50) return 1.01;
    if (lifetimeNs == 5) return 2;
    return lifetimeNs == 1 ? 10 : NONE;
  }

  /// Width and acceptance of K⁺ → μ⁺N at one mass, and what is lost half way to the next
  /// hypothesis.
  ///
  /// @param sample with all selected events listed
  /// @param windowInSigma half width of the mass window
  /// @param stepGeV from hypothesis to hypothesis
  public static List<Quantity> signal(
      double massGeV, Result sample, double windowInSigma, double stepGeV) {
    HnlSignal signal = HnlSignal.of(massGeV, sample, windowInSigma);
    Estimate sigma = signal.sigmaGeV();
    long massMeV = Math.round(MEV_PER_GEV * massGeV);
    return List.of(
        new Quantity(
            "hnl.sigma." + massMeV + "MeV",
            "σ_m at " + massMeV + " MeV",
            NONE,
            new Estimate(MEV_PER_GEV * sigma.value(), MEV_PER_GEV * sigma.sigma(), "MeV"),
            "Fig. 3 left, not in the text",
            ""),
        new Quantity(
            "hnl.acceptance." + massMeV + "MeV",
            "A_N at " + massMeV + " MeV, window included",
            NONE,
            signal.acceptance(),
            "Fig. 3 right, not in the text",
            ""),
        new Quantity(
            "hnl.gridLoss." + massMeV + "MeV",
            "loss of A_N half a step from " + massMeV + " MeV",
            NONE,
            between(massGeV, sample, windowInSigma * sigma.value(), stepGeV / 2),
            "",
            String.format(Locale.ROOT, "steps of %.1f MeV", MEV_PER_GEV * stepGeV)));
  }

  /// Share of the events in the window that are lost if N is heavier or lighter by some offset, on
  /// average: the window is moved instead of the mass.
  private static Estimate between(double massGeV, Result sample, double halfGeV, double offsetGeV) {
    float[] squared = sample.listed();
    float[] weight = sample.listedWeight(Variant.NOMINAL.index());
    double inside = 0;
    double lost = 0;
    double squares = 0;
    for (int i = 0; i < squared.length; i++) {
      double from = Math.sqrt(Math.max(0, squared[i])) - massGeV;
      double here = within(from, halfGeV);
      double there = (within(from - offsetGeV, halfGeV) + within(from + offsetGeV, halfGeV)) / 2;
      inside += weight[i] * here;
      lost += weight[i] * (here - there);
      squares += weight[i] * weight[i] * (here - there) * (here - there);
    }
    return new Estimate(lost / inside, Math.sqrt(squares) / inside, "");
  }

  private static double within(double fromMassGeV, double halfGeV) {
    return fromMassGeV >= -halfGeV && fromMassGeV < halfGeV ? 1 : 0;
  }

  /// The errors are taken as independent.
  private static Estimate quotient(Estimate above, Estimate below) {
    double ratio = above.value() / below.value();
    double a = above.sigma() / above.value();
    double b = below.sigma() / below.value();
    return new Estimate(ratio, ratio * Math.sqrt(a * a + b * b), "");
  }
}
