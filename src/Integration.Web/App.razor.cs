using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Integration.Web;

/// <summary>The document around every page. Staff pages run in a circuit without prerendering, so that nothing is asked twice;
/// account and public pages are plain HTML that needs no script.</summary>
public sealed partial class App
{
    [CascadingParameter] private HttpContext Context { get; set; } = null!;

    private bool Interactive => Context.AcceptsInteractiveRouting();

    private IComponentRenderMode? RenderMode => Interactive ? new InteractiveServerRenderMode(prerender: false) : null;
}
