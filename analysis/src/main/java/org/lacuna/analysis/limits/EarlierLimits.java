package org.lacuna.analysis.limits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lacuna.analysis.limits.EarlierLimit.Lepton;
import org.lacuna.analysis.limits.EarlierLimit.Point;
import org.lacuna.analysis.limits.EarlierLimit.Side;

/// The curves kept with this package.
///
/// @cite NA62Invisible2021
public final class EarlierLimits {

  /// One line per curve: file, label, and whether it is drawn in Figs. 5 and 6 of the paper.
  private static final List<Entry> TABLE =
      List.of(
          new Entry("mu4_na62_2015", "NA62 2015 (<i>K</i>)", true),
          new Entry("mu4_e949", "BNL-E949 (<i>K</i>)", true),
          new Entry("mu4_oka", "OKA (<i>K</i>)", true),
          new Entry("mu4_kek", "KEK (<i>K</i>)", true),
          new Entry("mu4_pienu_2019_tmu_above_1p2", "PIENU (π)", false),
          new Entry("mu4_pienu_2019_tmu_below_1p2", "PIENU (π), slow μ", false),
          new Entry("mu4_bbn_lower", "BBN", true),
          new Entry("mu4_bbn_lower_alt", "BBN, variant", false),
          new Entry("e4_na62_2015", "NA62 2015 (<i>K</i>)", true),
          new Entry("e4_na62_2016_2018", "NA62 2016–2018 (<i>K</i>)", true),
          new Entry("e4_kek", "KEK (<i>K</i>)", true),
          new Entry("e4_triumf", "TRIUMF (π)", true),
          new Entry("e4_pienu_2017", "PIENU (π)", true),
          new Entry("e4_bbn_lower", "BBN", true),
          new Entry("e4_bbn_lower_alt", "BBN, variant", false));

  private record Entry(String file, String label, boolean drawnInPaper) {
    Lepton lepton() {
      return file.startsWith("e4") ? Lepton.ELECTRON : Lepton.MUON;
    }

    Side excludes() {
      return file.contains("lower") ? Side.BELOW : Side.ABOVE;
    }
  }

  /// Every curve.
  public static List<EarlierLimit> all() {
    return TABLE.stream().map(EarlierLimits::read).toList();
  }

  /// The curves in the figures of the paper for one lepton.
  public static List<EarlierLimit> drawnInPaper(Lepton lepton) {
    return TABLE.stream()
        .filter(entry -> entry.drawnInPaper && entry.lepton() == lepton)
        .map(EarlierLimits::read)
        .toList();
  }

  private static EarlierLimit read(Entry entry) {
    Map<String, String> head = new HashMap<>();
    List<Point> points = new ArrayList<>();
    String file = entry.file + ".csv";
    try (InputStream in =
            Objects.requireNonNull(EarlierLimits.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.startsWith("# ")) {
          String[] pair = line.substring(2).split(": ", 2);
          head.put(pair[0], pair[1]);
        } else if (!line.equals("mass_mev,limit")) {
          String[] pair = line.split(",", 2);
          points.add(new Point(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EarlierLimit(
        entry.label,
        entry.lepton(),
        entry.excludes(),
        head.getOrDefault("process", ""),
        head.getOrDefault("confidence level", ""),
        head.getOrDefault("citation", ""),
        head.getOrDefault("how obtained", ""),
        points);
  }

  private EarlierLimits() {}
}
