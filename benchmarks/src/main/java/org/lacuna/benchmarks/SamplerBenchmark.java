package org.lacuna.benchmarks;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.FourVectors;
import org.lacuna.physics.decay.LeptonInvisible;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.MissingMassSpectrum;
import org.lacuna.physics.decay.ToLaboratory;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.exotic.BosonModel;
import org.lacuna.physics.exotic.MuonNeutrinoBoson;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.LeptonPionZero;
import org.lacuna.physics.process.MuonPhoton;
import org.lacuna.physics.process.MuonPositron;
import org.lacuna.physics.process.PionBremsstrahlung;
import org.lacuna.physics.process.PionMuon;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionTwoPionZeros;
import org.lacuna.physics.process.PionZeroMode;
import org.lacuna.physics.standard.KaonFormFactors;
import org.lacuna.physics.standard.MuonNeutrinoPhoton;
import org.lacuna.physics.standard.MuonThreeNeutrinos;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The decay of a kaon, its orientation and boost, per event and process; `munu` is two bodies.
///
/// With `-prof gc` JMH also tells the bytes per event.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SamplerBenchmark {
  private static final int BLOCKS = 16;
  private static final int EVENTS = BLOCKS * Rows.BLOCK;
  private static final float BEAM_GEV = 75;
  private static final MuonNeutrinoPhoton PHOTON = new MuonNeutrinoPhoton(KaonFormFactors.KLOE);

  private static final Map<String, Supplier<DecayModel>> MODELS =
      Map.ofEntries(
          entry("munu", () -> new LeptonNeutral("munu", 1, Particle.MUON, 0)),
          entry("munugamma", () -> MuonPhoton.natural(PHOTON)),
          entry("munugamma-resummed", () -> MuonPhoton.natural(PHOTON.withSoftPhotons())),
          entry("munugamma-weighted", () -> MuonPhoton.weighted(PHOTON)),
          entry("munugamma-forced", () -> MuonPhoton.forced(PHOTON)),
          entry("enu", () -> new LeptonNeutral("enu", 1, Particle.ELECTRON, 0)),
          entry("pipi0", () -> new PionPionZero(PionZeroMode.PHOTONS)),
          entry("pipi0dalitz", () -> new PionPionZero(PionZeroMode.PAIR)),
          entry("pipi0gamma", PionBremsstrahlung::new),
          entry("pipipi", PionTriplet::new),
          entry("pipi0pi0", PionTwoPionZeros::new),
          entry("pi0munu", () -> LeptonPionZero.muon(PionZeroMode.PHOTONS)),
          entry("pi0enu", () -> LeptonPionZero.electron(PionZeroMode.PHOTONS)),
          entry("hnl", () -> new LeptonNeutral("hnl", 1, Particle.MUON, 0.3)),
          entry(
              "munux", () -> invisible("munux", new MuonNeutrinoBoson(BosonModel.VECTOR, 0.1, 1))),
          entry("munununu", () -> invisible("munununu", MuonThreeNeutrinos.standardModel())));

  private static DecayModel invisible(String name, MissingMassSpectrum spectrum) {
    return LeptonInvisible.of(name, 1, Particle.MUON, spectrum);
  }

  @Param({
    "munu",
    "enu",
    "hnl",
    "munux",
    "munununu",
    "munugamma",
    "munugamma-resummed",
    "munugamma-weighted",
    "munugamma-forced",
    "pipi0",
    "pipi0dalitz",
    "pipi0gamma",
    "pipipi",
    "pipi0pi0",
    "pi0munu",
    "pi0enu"
  })
  private String process = "munu";

  private DecayModel model = new PionTriplet();
  private Truth truth = new Truth(model, 1);
  private Draws draw = new Draws(Role.STUDY, "munu", 1);
  private final FourVectors pion = new FourVectors();
  private final FourVectors muon = new FourVectors();
  private final FourVectors positron = new FourVectors();
  private long first;

  @Setup
  public void assemble() {
    Supplier<DecayModel> maker = MODELS.get(process);
    if (maker == null) throw new IllegalArgumentException(process + " is no process");
    model = maker.get();
    truth = new Truth(model, 1);
    draw = new Draws(Role.STUDY, model.name(), 1);
    draw.stage("decay");
    Arrays.fill(truth.kaon.momentum, BEAM_GEV);
    Arrays.fill(pion.z, BEAM_GEV / 2);
    Arrays.fill(pion.energy, BEAM_GEV / 2);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Truth kaon() {
    for (int block = 0; block < BLOCKS; block++) {
      number();
      model.decay(truth, draw);
    }
    return truth;
  }

  /// The same with orientation and boost of all daughters.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Truth inTheLaboratory() {
    for (int block = 0; block < BLOCKS; block++) {
      number();
      model.decay(truth, draw);
      ToLaboratory.apply(truth, draw);
    }
    return truth;
  }

  /// π⁺ → μ⁺ν and μ⁺ → e⁺νν̄; the process does not matter.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public FourVectors pionInFlight() {
    for (int block = 0; block < BLOCKS; block++) {
      number();
      PionMuon.inFlight(truth, draw, "muon", pion, muon);
    }
    return muon;
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public FourVectors muonInFlight() {
    for (int block = 0; block < BLOCKS; block++) {
      number();
      PionMuon.atRest(truth, draw, "muon", muon);
      MuonPositron.decay(truth, draw, muon, positron);
    }
    return positron;
  }

  private void number() {
    truth.number(first, Rows.BLOCK);
    Arrays.fill(truth.weight[0], 1f);
    first += Rows.BLOCK;
  }
}
