package org.lacuna.application.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A signal that is put into pseudo-data, `hnl mass=300 MeV umu2=1e-7`: the type of a process and
/// its keys as in a card, of which `umu2` and `ue2` stand for the mixing with a muon or electron.
final class Injection implements ITypeConverter<Map<String, String>> {
  private static final Pattern WHOLE = Pattern.compile("\\s*([\\w-]+)((?:\\s+[\\w-]+=[^=]*)*)");
  private static final Pattern KEY = Pattern.compile("([\\w-]+)=([^=]*?)\\s*(?=\\s[\\w-]+=|$)");
  private static final Map<String, String> LEPTONS = Map.of("umu2", "muon", "ue2", "electron");

  @Override
  public Map<String, String> convert(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw new TypeConversionException(
          "\"%s\" is no signal: give a process and its keys, such as \"hnl mass=300 MeV umu2=1e-7\""
              .formatted(text));
    }
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("type", whole.group(1));
    Matcher key = KEY.matcher(whole.group(2));
    while (key.find()) {
      String lepton = LEPTONS.get(key.group(1));
      if (lepton != null) keys.put("lepton", lepton);
      String name = lepton == null ? key.group(1) : "mixing";
      if (keys.put(name, key.group(2)) != null) {
        throw new TypeConversionException("\"%s\" says %s twice".formatted(text, name));
      }
    }
    return keys;
  }
}
