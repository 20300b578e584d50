# Makes PDFs with Word, Excel and PowerPoint. The argument names a JSON list of {program, source, target}.
# Macros are off (msoAutomationSecurityForceDisable), nothing is asked, no link is followed, nothing is saved.
param([string]$List)
$files = Get-Content -Raw -Encoding UTF8 $List | ConvertFrom-Json
$word = $null; $excel = $null; $powerpoint = $null
foreach ($file in $files) {
    try {
        switch ($file.program) {
            'word' {
                if (-not $word) { $word = New-Object -ComObject Word.Application; $word.Visible = $false
                    $word.DisplayAlerts = 0; $word.AutomationSecurity = 3; $word.Options.UpdateLinksAtOpen = $false }
                $document = $word.Documents.Open($file.source, $false, $true, $false, '-')
                try { $document.ExportAsFixedFormat($file.target, 17) } finally { $document.Close(0) }
            }
            'excel' {
                if (-not $excel) { $excel = New-Object -ComObject Excel.Application; $excel.Visible = $false
                    $excel.DisplayAlerts = $false; $excel.AutomationSecurity = 3 }
                $book = $excel.Workbooks.Open($file.source, 0, $true, 5, '-')
                try { $book.ExportAsFixedFormat(0, $file.target) } finally { $book.Close($false) }
            }
            'powerpoint' {
                if (-not $powerpoint) { $powerpoint = New-Object -ComObject PowerPoint.Application
                    $powerpoint.DisplayAlerts = 1; $powerpoint.AutomationSecurity = 3 }
                $slides = $powerpoint.Presentations.Open($file.source, -1, 0, 0)
                try { $slides.SaveAs($file.target, 32) } finally { $slides.Close() }
            }
        }
    } catch { [Console]::Error.WriteLine($_.Exception.Message) }
}
if ($word) { $word.Quit(0) }
if ($excel) { $excel.Quit() }
# There is one PowerPoint for everybody: the person's own presentations stay open.
if ($powerpoint -and $powerpoint.Presentations.Count -eq 0) { $powerpoint.Quit() }
