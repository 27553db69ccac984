import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/** A node of the tests' cluster. Its arguments are settings, NAME=VALUE each; it runs until its standard input ends. */
public final class TestNode extends Node {
  private static final List<Class<? extends Plugin>> PLUGINS =
      List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class, PainlessPlugin.class);

  private TestNode(Environment environment) {
    super(environment, PLUGINS, true);
  }

  public static void main(String[] arguments) {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      settings.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    endWithInput();
    try {
      new TestNode(InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "test")).start();
    } catch (Throwable fault) {
      fault.printStackTrace();
      // Threads of a node that started by half would keep the process.
      Runtime.getRuntime().halt(1);
    }
  }

  /** Whoever started the node holds the other end: the input ends with that process, however it dies. */
  private static void endWithInput() {
    new Thread(() -> {
      try {
        while (System.in.read() != -1) {}
      } catch (java.io.IOException broken) {
        // The other end is gone as well.
      }
      Runtime.getRuntime().halt(0);
    }).start();
  }
}
