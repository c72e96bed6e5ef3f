import dev.talaria.cli.Talaria;
import java.io.File;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page in AsciiDoc for each command into a folder; src/cli/dist/build makes manual pages of them. */
public final class ManPages {

  public static void main(String[] args) throws Exception {
    int exit =
        ManPageGenerator.generateManPage(
            new File(args[0]), null, new boolean[0], false, Talaria.commandLine().getCommandSpec());
    System.exit(exit);
  }
}
