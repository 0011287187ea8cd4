package org.lacuna.experiment.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.beam.PileUp;
import org.lacuna.experiment.beam.UpstreamDecay;
import org.lacuna.experiment.beam.UpstreamLine;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.response.FarScattering;
import org.lacuna.experiment.response.Flight;
import org.lacuna.experiment.response.Variant;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.ToLaboratory;
import org.lacuna.physics.decay.Truth;

/// One sample from the beam to the selection: the list of stages through which its events go, the
/// same for one event and for 10¹⁰.
///
/// In simulated samples, probabilities (efficiencies, photons not seen) multiply the weights. In
/// nature the same weight is drawn: the event goes on with that probability and has no weight
/// afterwards. So the two cannot drift apart. Where the draw stands is a matter of speed alone,
/// because random numbers have addresses.
///
/// Assembly rehearses the chain on a few events and refuses what would be wrong without being seen:
/// two stages of one name, random numbers used twice, undefined results, events that depend on
/// their neighbours or on what an earlier block or stage left behind. Measured columns that no
/// stage fills are absent, and cuts that read them are not applied.
public final class Simulation {
  /// Events per unit of work.
  public static final int CHUNK = 1 << 20;

  private static final String LABORATORY = "to laboratory";
  private static final int REHEARSED = 256;

  /// Half of them are kept and half are lost. More single events would teach the JIT that loops are
  /// short, and slow the chain for good.
  private static final int REHEARSED_ALONE = 8;

  private final DecayModel model;
  private final Role role;
  private final long seed;
  private final List<Stage> stages;
  private final Selection selection;

  private Simulation(
      DecayModel model, Role role, long seed, List<Stage> stages, Selection selection) {
    this.model = model;
    this.role = role;
    this.seed = seed;
    this.stages = List.copyOf(stages);
    this.selection = selection;
  }

  /// Assembles and rehearses a sample.
  ///
  /// @param reconstruction in order
  /// @param role nature draws probabilities, all others carry them as weights
  public static Simulation of(
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      Selection selection,
      DecayModel model,
      Role role,
      long seed) {
    List<Stage> weighted = stages(apparatus, reconstruction, model, false);
    Rehearsal rehearsal = new Rehearsal(new Simulation(model, role, seed, weighted, selection));
    Selection possible = selection.without(rehearsal.absentColumns());
    List<Stage> stages = stages(apparatus, reconstruction, model, role == Role.NATURE);
    stages.add(new Stage("selection", batch -> possible.apply(batch.seen())));
    return new Simulation(model, role, seed, stages, possible);
  }

  /// The same chain for another model of the same process, without a rehearsal: all masses of one
  /// model share their random numbers.
  public static Simulation sameChain(
      Simulation rehearsed,
      Apparatus apparatus,
      List<Step.Named> reconstruction,
      DecayModel model) {
    if (!model.name().equals(rehearsed.model.name())) {
      throw new IllegalArgumentException(
          "the chain was rehearsed for " + rehearsed.model.name() + ", not for " + model.name());
    }
    Selection selection = rehearsed.selection;
    List<Stage> stages = stages(apparatus, reconstruction, model, rehearsed.role == Role.NATURE);
    stages.add(new Stage("selection", batch -> selection.apply(batch.seen())));
    return new Simulation(model, rehearsed.role, rehearsed.seed, stages, selection);
  }

  private static List<Stage> stages(
      Apparatus apparatus, List<Step.Named> reconstruction, DecayModel model, boolean draws) {
    List<Stage> stages = new ArrayList<>();
    Spectrometer spectrometer = apparatus.spectrometer();
    Flight flight = new Flight(apparatus.field());
    boolean photons = model.photons() > 0;
    boolean upstream = model instanceof UpstreamDecay;
    if (upstream) on(stages, "beam", b -> upstreamKaons(apparatus, b));
    else on(stages, "beam", b -> apparatus.beam().kaons(b.truth(), b.draw()));
    on(stages, "decay", b -> decay(model, b));
    on(stages, LABORATORY, b -> ToLaboratory.apply(b.truth(), b.draw()));
    if (upstream) {
      on(stages, "upstream line", b -> apparatus.upstream().forth(b.truth()));
      on(stages, "out of the line", b -> survivors(b.truth(), false));
    }
    switch (model.charged()) {
      case PION -> on(stages, "pion as muon", b -> pion(apparatus, model, b));
      case ELECTRON -> on(stages, "electron as muon", b -> electron(apparatus, b.truth()));
      default -> {}
    }
    if (!model.companions().isEmpty()) {
      on(stages, "charged veto", b -> apparatus.chargedVeto().weigh(b.truth(), spectrometer));
    }
    if (draws) {
      on(stages, "efficiency", b -> efficiency(apparatus, b.truth()));
      if (photons) on(stages, "photon veto", b -> photonVeto(apparatus, b));
      on(stages, "draw", Simulation::draw);
      if (photons) on(stages, "survivors of the draw", b -> survivors(b.truth(), false));
    }
    on(stages, "acceptance", b -> accept(spectrometer, b.truth()));
    on(stages, "survivors", b -> survivors(b.truth(), photons && !draws));
    if (!draws) {
      on(stages, "efficiency", b -> efficiency(apparatus, b.truth()));
      if (photons) on(stages, "photon veto", b -> photonVeto(apparatus, b));
    }
    on(stages, "flight", b -> flight.carry(b.truth()));
    if (!apparatus.muonScattering().isEmpty() || !apparatus.kaonScattering().isEmpty()) {
      on(stages, "far scattering", b -> scatter(apparatus, b));
    }
    on(stages, "muon response", b -> muon(apparatus, b));
    on(stages, "kaon response", b -> kaon(apparatus, b, !upstream));
    for (Step.Named step : reconstruction) {
      on(stages, step.name(), b -> step.step().apply(b.seen()));
    }
    return stages;
  }

  private static void on(List<Stage> stages, String name, Consumer<Batch> work) {
    stages.add(new Stage(name, work));
  }

  private static void upstreamKaons(Apparatus apparatus, Batch batch) {
    UpstreamLine line = apparatus.upstream();
    apparatus.beam().kaons(batch.truth(), batch.draw(), line.fromM(), line.toM());
    line.back(batch.truth());
  }

  private static void decay(DecayModel model, Batch batch) {
    Truth truth = batch.truth();
    Arrays.fill(truth.charged.x, 0, truth.n, 0f);
    Arrays.fill(truth.charged.y, 0, truth.n, 0f);
    model.decay(truth, batch.draw());
  }

  private static void pion(Apparatus apparatus, DecayModel model, Batch batch) {
    apparatus.pion().apply(batch.truth(), batch.draw(), model.candidates());
  }

  private static void electron(Apparatus apparatus, Truth truth) {
    for (float[] weight : truth.weight) apparatus.electron().weigh(truth, weight);
  }

  /// The muon in the first chamber. The kaon behind the last beam station, which measures it
  /// before: it has been decayed as if it had not been turned, so that the measured direction gets
  /// the difference; its sign does not matter.
  private static void scatter(Apparatus apparatus, Batch batch) {
    Truth truth = batch.truth();
    for (FarScattering layer : apparatus.muonScattering()) {
      layer.turn(truth, truth.chargedRay, batch.draw());
    }
    for (FarScattering layer : apparatus.kaonScattering()) {
      layer.turn(truth, truth.kaon, batch.draw());
    }
  }

  /// All variants but the geometric one.
  private static void efficiency(Apparatus apparatus, Truth truth) {
    for (int v = 0; v < truth.weight.length; v++) {
      if (v != Variant.GEOMETRIC.index()) apparatus.efficiency().weigh(truth, truth.weight[v]);
    }
  }

  private static void photonVeto(Apparatus apparatus, Batch batch) {
    apparatus.photonVeto().weigh(batch.truth(), batch.draw(), apparatus.spectrometer());
  }

  private static void draw(Batch batch) {
    Truth truth = batch.truth();
    float[] u = truth.scratch[0];
    float[] probability = truth.weight[Variant.NOMINAL.index()];
    batch.draw().uniforms("goes on", truth, u);
    for (int i = 0; i < truth.n; i++) {
      truth.margin[i] = Math.min(truth.margin[i], probability[i] - u[i]);
    }
  }

  private static void accept(Spectrometer spectrometer, Truth truth) {
    spectrometer.bend(truth.chargedRay, truth.chargedAfter, 1, truth.n);
    spectrometer.pass(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
    spectrometer.see(truth.margin, truth.chargedRay, truth.chargedAfter, truth.n);
  }

  /// Drops rows without a positive margin. What later stages need is named here.
  private static void survivors(Truth truth, boolean photons) {
    int count = Rows.positive(truth.margin, truth.row, truth.n);
    if (count == truth.n) return;
    truth.kaon.keep(truth.row, count);
    truth.chargedRay.keep(truth.row, count);
    if (photons) for (Ray photon : truth.photonRay) photon.keep(truth.row, count);
    Rows.keep(truth.row, count, truth.decayZ, truth.margin);
    Rows.keep(truth.row, count, truth.weight);
    truth.keep(truth.row, count);
  }

  private static void muon(Apparatus apparatus, Batch batch) {
    batch.seen().sameAs(batch.truth());
    apparatus.muon().measure(batch.truth(), batch.seen(), batch.draw(), apparatus.spectrometer());
  }

  private static void kaon(Apparatus apparatus, Batch batch, boolean isThere) {
    apparatus
        .kaon()
        .measure(
            batch.truth(), batch.pileUp(), batch.seen(), batch.draw(), apparatus.beam(), isThere);
  }

  public DecayModel model() {
    return model;
  }

  public Role role() {
    return role;
  }

  /// The cuts, with those marked that cannot be applied.
  public Selection selection() {
    return selection;
  }

  public List<Stage> stages() {
    return stages;
  }

  /// Columns for one worker.
  public Batch batch() {
    int variants = role == Role.NATURE ? 1 : Variant.count(model.photons());
    return batch(variants);
  }

  private Batch batch(int variants) {
    return new Batch(
        new Truth(model, variants),
        new PileUp(),
        new Measured(),
        new Draws(role, model.name(), seed));
  }

  /// Sends events through all stages.
  ///
  /// @param first number of the first event
  /// @param count at most [Rows#BLOCK]
  public void run(Batch batch, long first, int count) {
    run(batch, first, count, _ -> {});
  }

  /// Makes decays in the laboratory, and stops before the first detector.
  public void decays(Batch batch, long first, int count) {
    start(batch, first, count);
    for (Stage stage : stages) {
      batch.draw().stage(stage.name());
      stage.work().accept(batch);
      if (stage.name().equals(LABORATORY)) return;
    }
  }

  private void run(Batch batch, long first, int count, Consumer<Batch> beforeEachStage) {
    start(batch, first, count);
    for (Stage stage : stages) {
      // An empty loop would teach the JIT that loops are empty.
      if (batch.isEmpty()) return;
      beforeEachStage.accept(batch);
      batch.draw().stage(stage.name());
      stage.work().accept(batch);
    }
  }

  /// Numbers the events of a block, before the first stage.
  public static void start(Batch batch, long first, int count) {
    batch.truth().number(first, count);
    batch.seen().n = 0;
    batch.seen().gtk.n = 0;
  }

  /// An empty result of this sample.
  ///
  /// @param listedAboveGeV2 selected events with a larger squared missing mass are listed
  public Result result(double listedAboveGeV2) {
    int variants = role == Role.NATURE ? 0 : Variant.count(model.photons());
    return new Result(selection, variants, listedAboveGeV2);
  }

  /// One unit of work: a function of the sample and its number alone.
  ///
  /// @param chunk its number; it holds events from `chunk · 2²⁰` on
  /// @param events of the whole sample
  /// @param rows per block, at most [Rows#BLOCK]; the result does not depend on it
  public Result chunk(Batch batch, long chunk, long events, int rows, double listedAboveGeV2) {
    long first = chunk * CHUNK;
    return events(batch, first, Math.min(events, first + CHUNK), rows, listedAboveGeV2);
  }

  /// The events from `first` up to `end`, exclusively, which do not cross a multiple of 2³².
  public Result events(Batch batch, long first, long end, int rows, double listedAboveGeV2) {
    if (!(rows >= 1 && rows <= Rows.BLOCK)) {
      throw new IllegalArgumentException("a block has 1 to " + Rows.BLOCK + " rows, not " + rows);
    }
    Result result = result(listedAboveGeV2);
    for (long next = first; next < end; next += rows) {
      int count = (int) Math.min(rows, end - next);
      run(batch, next, count);
      result.fill(count, batch.seen(), batch.truth().weight);
    }
    return result;
  }

  /// Number of chunks of a sample.
  public static long chunks(long events) {
    return (events + CHUNK - 1) / CHUNK;
  }

  /// The check of a chain in its weighted form, in which rows are left whatever the veto does.
  private static final class Rehearsal {
    private final Simulation chain;

    Rehearsal(Simulation chain) {
      this.chain = chain;
    }

    /// Runs the check.
    ///
    /// @return names of the measured columns that no stage fills
    Set<String> absentColumns() {
      refuseEqualNames();
      int variants = Variant.count(chain.model.photons());
      Batch together = chain.batch(variants);
      // An earlier block, so that something is left behind.
      chain.run(together, REHEARSED, REHEARSED);
      together.draw().register();
      chain.run(together, 0, REHEARSED);
      if (together.seen().n == 0) {
        throw new IllegalStateException(
            "of " + REHEARSED + " " + chain.model.name() + " decays none reaches the detectors");
      }
      Map<String, float[]> columns = Columns.of(together.seen());
      Set<String> absent = absentIn(columns, together.seen().n);
      Alone alone = new Alone(chain.batch(variants));
      int kept = 0;
      int lost = 0;
      for (int event = 0; event < REHEARSED; event++) {
        boolean isKept = kept < together.truth().n && together.truth().number(kept) == event;
        int before = isKept ? kept++ : lost++;
        if (before < REHEARSED_ALONE / 2) compare(together, columns, before, isKept, alone, event);
      }
      return absent;
    }

    private void refuseEqualNames() {
      Set<String> names = new HashSet<>();
      for (Stage stage : chain.stages) {
        if (!names.add(stage.name())) {
          throw new IllegalStateException(
              "two stages are called '" + stage.name() + "'; rename one");
        }
      }
    }

    private static Set<String> absentIn(Map<String, float[]> columns, int n) {
      Set<String> absent = new HashSet<>();
      columns.forEach((name, column) -> {
        int undefined = 0;
        for (int i = 0; i < n; i++) undefined += Float.isFinite(column[i]) ? 0 : 1;
        if (undefined == n) absent.add(name);
        else if (undefined > 0) {
          throw new IllegalStateException(
              "the measured column "
                  + name
                  + " is undefined in "
                  + undefined
                  + " of "
                  + n
                  + " rows");
        }
      });
      return absent;
    }

    /// A batch for one event at a time, in which nothing is left from another.
    private static final class Alone {
      /// More places than one event with its candidates can take.
      private static final int PLACES = 64;

      final Batch batch;
      final Map<String, float[]> seen;
      private final List<float[]> columns;

      Alone(Batch batch) {
        this.batch = batch;
        seen = Columns.of(batch.seen());
        columns =
            Stream.of(batch.truth(), batch.pileUp(), batch.seen(), batch.seen().gtk)
                .flatMap(table -> Columns.of(table).values().stream())
                .toList();
      }

      void poisonColumns() {
        columns.forEach(column -> Arrays.fill(column, 0, PLACES, Float.NaN));
      }

      void poisonWorkSpace() {
        Stream.of(batch.truth().scratch, batch.seen().scratch, batch.seen().gtk.scratch)
            .flatMap(Arrays::stream)
            .forEach(column -> Arrays.fill(column, 0, PLACES, Float.NaN));
      }
    }

    private void compare(
        Batch together,
        Map<String, float[]> columns,
        int row,
        boolean isKept,
        Alone alone,
        int event) {
      alone.poisonColumns();
      chain.run(alone.batch, event, 1, _ -> alone.poisonWorkSpace());
      Truth truth = alone.batch.truth();
      if ((truth.n == 1) != isKept) throw depends("whether it is kept", event);
      if (!isKept) return;
      columns.forEach((name, column) -> {
        float itself = Objects.requireNonNull(alone.seen.get(name))[0];
        if (Float.compare(column[row], itself) != 0) throw depends(name, event);
      });
      for (int v = 0; v < truth.weight.length; v++) {
        if (together.truth().weight[v][row] != truth.weight[v][0]) {
          throw depends("weight " + v, event);
        }
      }
    }

    private IllegalStateException depends(String what, int event) {
      return new IllegalStateException(
          what
              + " of event "
              + event
              + " of "
              + chain.model.name()
              + " depends on its neighbours or on what an earlier block or stage left behind");
    }
  }
}
