using System.Diagnostics;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>An editor that dies without a word leaves no server behind.</summary>
internal static class ParentProcess
{
    public static void Watch(int id, Action gone)
    {
        try
        {
            var process = Process.GetProcessById(id);
            process.EnableRaisingEvents = true;
            process.Exited += (_, _) => gone();
            if (process.HasExited) gone();
        }
        catch (ArgumentException)
        {
            gone();
        }
        catch (InvalidOperationException)
        {
            gone();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Another user's process cannot be watched; the end of the input still ends the server.
        }
    }
}
