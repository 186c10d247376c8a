var Fs=Object.defineProperty;var js=Object.getOwnPropertyDescriptor;var Lr=e=>{throw TypeError(e)};var p=(e,r,t,i)=>{for(var s=i>1?void 0:i?js(r,t):r,n=e.length-1,l;n>=0;n--)(l=e[n])&&(s=(i?l(r,t,s):l(s))||s);return i&&s&&Fs(r,t,s),s};var tr=(e,r,t)=>r.has(e)||Lr("Cannot "+t);var u=(e,r,t)=>(tr(e,r,"read from private field"),t?t.call(e):r.get(e)),y=(e,r,t)=>r.has(e)?Lr("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),K=(e,r,t,i)=>(tr(e,r,"write to private field"),i?i.call(e,t):r.set(e,t),t),d=(e,r,t)=>(tr(e,r,"access private method"),t);var xt=globalThis,$t=xt.ShadowRoot&&(xt.ShadyCSS===void 0||xt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,rr=Symbol(),Mr=new WeakMap,et=class{constructor(r,t,i){if(this._$cssResult$=!0,i!==rr)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=r,this.t=t}get styleSheet(){let r=this.o,t=this.t;if($t&&r===void 0){let i=t!==void 0&&t.length===1;i&&(r=Mr.get(t)),r===void 0&&((this.o=r=new CSSStyleSheet).replaceSync(this.cssText),i&&Mr.set(t,r))}return r}toString(){return this.cssText}},Or=e=>new et(typeof e=="string"?e:e+"",void 0,rr),f=(e,...r)=>{let t=e.length===1?e[0]:r.reduce((i,s,n)=>i+(l=>{if(l._$cssResult$===!0)return l.cssText;if(typeof l=="number")return l;throw Error("Value passed to 'css' function must be a 'css' function result: "+l+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+e[n+1],e[0]);return new et(t,e,rr)},Dr=(e,r)=>{if($t)e.adoptedStyleSheets=r.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of r){let i=document.createElement("style"),s=xt.litNonce;s!==void 0&&i.setAttribute("nonce",s),i.textContent=t.cssText,e.appendChild(i)}},ir=$t?e=>e:e=>e instanceof CSSStyleSheet?(r=>{let t="";for(let i of r.cssRules)t+=i.cssText;return Or(t)})(e):e;var{is:Bs,defineProperty:qs,getOwnPropertyDescriptor:zs,getOwnPropertyNames:Ws,getOwnPropertySymbols:Vs,getPrototypeOf:Ks}=Object,wt=globalThis,Nr=wt.trustedTypes,Qs=Nr?Nr.emptyScript:"",Ys=wt.reactiveElementPolyfillSupport,tt=(e,r)=>e,rt={toAttribute(e,r){switch(r){case Boolean:e=e?Qs:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,r){let t=e;switch(r){case Boolean:t=e!==null;break;case Number:t=e===null?null:Number(e);break;case Object:case Array:try{t=JSON.parse(e)}catch{t=null}}return t}},kt=(e,r)=>!Bs(e,r),Ur={attribute:!0,type:String,converter:rt,reflect:!1,useDefault:!1,hasChanged:kt};Symbol.metadata??=Symbol("metadata"),wt.litPropertyMetadata??=new WeakMap;var ne=class extends HTMLElement{static addInitializer(r){this._$Ei(),(this.l??=[]).push(r)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(r,t=Ur){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(r)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(r,t),!t.noAccessor){let i=Symbol(),s=this.getPropertyDescriptor(r,i,t);s!==void 0&&qs(this.prototype,r,s)}}static getPropertyDescriptor(r,t,i){let{get:s,set:n}=zs(this.prototype,r)??{get(){return this[t]},set(l){this[t]=l}};return{get:s,set(l){let h=s?.call(this);n?.call(this,l),this.requestUpdate(r,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(r){return this.elementProperties.get(r)??Ur}static _$Ei(){if(this.hasOwnProperty(tt("elementProperties")))return;let r=Ks(this);r.finalize(),r.l!==void 0&&(this.l=[...r.l]),this.elementProperties=new Map(r.elementProperties)}static finalize(){if(this.hasOwnProperty(tt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(tt("properties"))){let t=this.properties,i=[...Ws(t),...Vs(t)];for(let s of i)this.createProperty(s,t[s])}let r=this[Symbol.metadata];if(r!==null){let t=litPropertyMetadata.get(r);if(t!==void 0)for(let[i,s]of t)this.elementProperties.set(i,s)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let s=this._$Eu(t,i);s!==void 0&&this._$Eh.set(s,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(r){let t=[];if(Array.isArray(r)){let i=new Set(r.flat(1/0).reverse());for(let s of i)t.unshift(ir(s))}else r!==void 0&&t.push(ir(r));return t}static _$Eu(r,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof r=="string"?r.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(r=>this.enableUpdating=r),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(r=>r(this))}addController(r){(this._$EO??=new Set).add(r),this.renderRoot!==void 0&&this.isConnected&&r.hostConnected?.()}removeController(r){this._$EO?.delete(r)}_$E_(){let r=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(r.set(i,this[i]),delete this[i]);r.size>0&&(this._$Ep=r)}createRenderRoot(){let r=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Dr(r,this.constructor.elementStyles),r}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(r=>r.hostConnected?.())}enableUpdating(r){}disconnectedCallback(){this._$EO?.forEach(r=>r.hostDisconnected?.())}attributeChangedCallback(r,t,i){this._$AK(r,i)}_$ET(r,t){let i=this.constructor.elementProperties.get(r),s=this.constructor._$Eu(r,i);if(s!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:rt).toAttribute(t,i.type);this._$Em=r,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(r,t){let i=this.constructor,s=i._$Eh.get(r);if(s!==void 0&&this._$Em!==s){let n=i.getPropertyOptions(s),l=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:rt;this._$Em=s;let h=l.fromAttribute(t,n.type);this[s]=h??this._$Ej?.get(s)??h,this._$Em=null}}requestUpdate(r,t,i,s=!1,n){if(r!==void 0){let l=this.constructor;if(s===!1&&(n=this[r]),i??=l.getPropertyOptions(r),!((i.hasChanged??kt)(n,t)||i.useDefault&&i.reflect&&n===this._$Ej?.get(r)&&!this.hasAttribute(l._$Eu(r,i))))return;this.C(r,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(r,t,{useDefault:i,reflect:s,wrapped:n},l){i&&!(this._$Ej??=new Map).has(r)&&(this._$Ej.set(r,l??t??this[r]),n!==!0||l!==void 0)||(this._$AL.has(r)||(this.hasUpdated||i||(t=void 0),this._$AL.set(r,t)),s===!0&&this._$Em!==r&&(this._$Eq??=new Set).add(r))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let r=this.scheduleUpdate();return r!=null&&await r,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[s,n]of i){let{wrapped:l}=n,h=this[s];l!==!0||this._$AL.has(s)||h===void 0||this.C(s,void 0,n,h)}}let r=!1,t=this._$AL;try{r=this.shouldUpdate(t),r?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw r=!1,this._$EM(),i}r&&this._$AE(t)}willUpdate(r){}_$AE(r){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(r)),this.updated(r)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(r){return!0}update(r){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(r){}firstUpdated(r){}};ne.elementStyles=[],ne.shadowRootOptions={mode:"open"},ne[tt("elementProperties")]=new Map,ne[tt("finalized")]=new Map,Ys?.({ReactiveElement:ne}),(wt.reactiveElementVersions??=[]).push("2.1.2");var or=globalThis,Hr=e=>e,St=or.trustedTypes,Fr=St?St.createPolicy("lit-html",{createHTML:e=>e}):void 0,nr="$lit$",ae=`lit$${Math.random().toFixed(9).slice(2)}$`,ar="?"+ae,Xs=`<${ar}>`,Ee=document,st=()=>Ee.createComment(""),ot=e=>e===null||typeof e!="object"&&typeof e!="function",lr=Array.isArray,Vr=e=>lr(e)||typeof e?.[Symbol.iterator]=="function",sr=`[ 	
\f\r]`,it=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,jr=/-->/g,Br=/>/g,Se=RegExp(`>|${sr}(?:([^\\s"'>=/]+)(${sr}*=${sr}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),qr=/'/g,zr=/"/g,Kr=/^(?:script|style|textarea|title)$/i,cr=e=>(r,...t)=>({_$litType$:e,strings:r,values:t}),a=cr(1),R=cr(2),qo=cr(3),z=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Wr=new WeakMap,Ce=Ee.createTreeWalker(Ee,129);function Qr(e,r){if(!lr(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Fr!==void 0?Fr.createHTML(r):r}var Yr=(e,r)=>{let t=e.length-1,i=[],s,n=r===2?"<svg>":r===3?"<math>":"",l=it;for(let h=0;h<t;h++){let m=e[h],S,I,v=-1,C=0;for(;C<m.length&&(l.lastIndex=C,I=l.exec(m),I!==null);)C=l.lastIndex,l===it?I[1]==="!--"?l=jr:I[1]!==void 0?l=Br:I[2]!==void 0?(Kr.test(I[2])&&(s=RegExp("</"+I[2],"g")),l=Se):I[3]!==void 0&&(l=Se):l===Se?I[0]===">"?(l=s??it,v=-1):I[1]===void 0?v=-2:(v=l.lastIndex-I[2].length,S=I[1],l=I[3]===void 0?Se:I[3]==='"'?zr:qr):l===zr||l===qr?l=Se:l===jr||l===Br?l=it:(l=Se,s=void 0);let k=l===Se&&e[h+1].startsWith("/>")?" ":"";n+=l===it?m+Xs:v>=0?(i.push(S),m.slice(0,v)+nr+m.slice(v)+ae+k):m+ae+(v===-2?h:k)}return[Qr(e,n+(e[t]||"<?>")+(r===2?"</svg>":r===3?"</math>":"")),i]},nt=class e{constructor({strings:r,_$litType$:t},i){let s;this.parts=[];let n=0,l=0,h=r.length-1,m=this.parts,[S,I]=Yr(r,t);if(this.el=e.createElement(S,i),Ce.currentNode=this.el.content,t===2||t===3){let v=this.el.content.firstChild;v.replaceWith(...v.childNodes)}for(;(s=Ce.nextNode())!==null&&m.length<h;){if(s.nodeType===1){if(s.hasAttributes())for(let v of s.getAttributeNames())if(v.endsWith(nr)){let C=I[l++],k=s.getAttribute(v).split(ae),M=/([.?@])?(.*)/.exec(C);m.push({type:1,index:n,name:M[2],strings:k,ctor:M[1]==="."?Et:M[1]==="?"?Tt:M[1]==="@"?At:Ae}),s.removeAttribute(v)}else v.startsWith(ae)&&(m.push({type:6,index:n}),s.removeAttribute(v));if(Kr.test(s.tagName)){let v=s.textContent.split(ae),C=v.length-1;if(C>0){s.textContent=St?St.emptyScript:"";for(let k=0;k<C;k++)s.append(v[k],st()),Ce.nextNode(),m.push({type:2,index:++n});s.append(v[C],st())}}}else if(s.nodeType===8)if(s.data===ar)m.push({type:2,index:n});else{let v=-1;for(;(v=s.data.indexOf(ae,v+1))!==-1;)m.push({type:7,index:n}),v+=ae.length-1}n++}}static createElement(r,t){let i=Ee.createElement("template");return i.innerHTML=r,i}};function Te(e,r,t=e,i){if(r===z)return r;let s=i!==void 0?t._$Co?.[i]:t._$Cl,n=ot(r)?void 0:r._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(e),s._$AT(e,t,i)),i!==void 0?(t._$Co??=[])[i]=s:t._$Cl=s),s!==void 0&&(r=Te(e,s._$AS(e,r.values),s,i)),r}var Ct=class{constructor(r,t){this._$AV=[],this._$AN=void 0,this._$AD=r,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(r){let{el:{content:t},parts:i}=this._$AD,s=(r?.creationScope??Ee).importNode(t,!0);Ce.currentNode=s;let n=Ce.nextNode(),l=0,h=0,m=i[0];for(;m!==void 0;){if(l===m.index){let S;m.type===2?S=new Oe(n,n.nextSibling,this,r):m.type===1?S=new m.ctor(n,m.name,m.strings,this,r):m.type===6&&(S=new Rt(n,this,r)),this._$AV.push(S),m=i[++h]}l!==m?.index&&(n=Ce.nextNode(),l++)}return Ce.currentNode=Ee,s}p(r){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(r,i,t),t+=i.strings.length-2):i._$AI(r[t])),t++}},Oe=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(r,t,i,s){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=r,this._$AB=t,this._$AM=i,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let r=this._$AA.parentNode,t=this._$AM;return t!==void 0&&r?.nodeType===11&&(r=t.parentNode),r}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(r,t=this){r=Te(this,r,t),ot(r)?r===c||r==null||r===""?(this._$AH!==c&&this._$AR(),this._$AH=c):r!==this._$AH&&r!==z&&this._(r):r._$litType$!==void 0?this.$(r):r.nodeType!==void 0?this.T(r):Vr(r)?this.k(r):this._(r)}O(r){return this._$AA.parentNode.insertBefore(r,this._$AB)}T(r){this._$AH!==r&&(this._$AR(),this._$AH=this.O(r))}_(r){this._$AH!==c&&ot(this._$AH)?this._$AA.nextSibling.data=r:this.T(Ee.createTextNode(r)),this._$AH=r}$(r){let{values:t,_$litType$:i}=r,s=typeof i=="number"?this._$AC(r):(i.el===void 0&&(i.el=nt.createElement(Qr(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===s)this._$AH.p(t);else{let n=new Ct(s,this),l=n.u(this.options);n.p(t),this.T(l),this._$AH=n}}_$AC(r){let t=Wr.get(r.strings);return t===void 0&&Wr.set(r.strings,t=new nt(r)),t}k(r){lr(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,s=0;for(let n of r)s===t.length?t.push(i=new e(this.O(st()),this.O(st()),this,this.options)):i=t[s],i._$AI(n),s++;s<t.length&&(this._$AR(i&&i._$AB.nextSibling,s),t.length=s)}_$AR(r=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);r!==this._$AB;){let i=Hr(r).nextSibling;Hr(r).remove(),r=i}}setConnected(r){this._$AM===void 0&&(this._$Cv=r,this._$AP?.(r))}},Ae=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(r,t,i,s,n){this.type=1,this._$AH=c,this._$AN=void 0,this.element=r,this.name=t,this._$AM=s,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=c}_$AI(r,t=this,i,s){let n=this.strings,l=!1;if(n===void 0)r=Te(this,r,t,0),l=!ot(r)||r!==this._$AH&&r!==z,l&&(this._$AH=r);else{let h=r,m,S;for(r=n[0],m=0;m<n.length-1;m++)S=Te(this,h[i+m],t,m),S===z&&(S=this._$AH[m]),l||=!ot(S)||S!==this._$AH[m],S===c?r=c:r!==c&&(r+=(S??"")+n[m+1]),this._$AH[m]=S}l&&!s&&this.j(r)}j(r){r===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,r??"")}},Et=class extends Ae{constructor(){super(...arguments),this.type=3}j(r){this.element[this.name]=r===c?void 0:r}},Tt=class extends Ae{constructor(){super(...arguments),this.type=4}j(r){this.element.toggleAttribute(this.name,!!r&&r!==c)}},At=class extends Ae{constructor(r,t,i,s,n){super(r,t,i,s,n),this.type=5}_$AI(r,t=this){if((r=Te(this,r,t,0)??c)===z)return;let i=this._$AH,s=r===c&&i!==c||r.capture!==i.capture||r.once!==i.once||r.passive!==i.passive,n=r!==c&&(i===c||s);s&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,r),this._$AH=r}handleEvent(r){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,r):this._$AH.handleEvent(r)}},Rt=class{constructor(r,t,i){this.element=r,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(r){Te(this,r)}},Xr={M:nr,P:ae,A:ar,C:1,L:Yr,R:Ct,D:Vr,V:Te,I:Oe,H:Ae,N:Tt,U:At,B:Et,F:Rt},Js=or.litHtmlPolyfillSupport;Js?.(nt,Oe),(or.litHtmlVersions??=[]).push("3.3.3");var Jr=(e,r,t)=>{let i=t?.renderBefore??r,s=i._$litPart$;if(s===void 0){let n=t?.renderBefore??null;i._$litPart$=s=new Oe(r.insertBefore(st(),n),n,void 0,t??{})}return s._$AI(e),s};var dr=globalThis,E=class extends ne{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let r=super.createRenderRoot();return this.renderOptions.renderBefore??=r.firstChild,r}update(r){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(r),this._$Do=Jr(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return z}};E._$litElement$=!0,E.finalized=!0,dr.litElementHydrateSupport?.({LitElement:E});var Gs=dr.litElementPolyfillSupport;Gs?.({LitElement:E});(dr.litElementVersions??=[]).push("4.2.2");var T=e=>(r,t)=>{t!==void 0?t.addInitializer(()=>{customElements.define(e,r)}):customElements.define(e,r)};var Zs={attribute:!0,type:String,converter:rt,reflect:!1,hasChanged:kt},eo=(e=Zs,r,t)=>{let{kind:i,metadata:s}=t,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),i==="setter"&&((e=Object.create(e)).wrapped=!0),n.set(t.name,e),i==="accessor"){let{name:l}=t;return{set(h){let m=r.get.call(this);r.set.call(this,h),this.requestUpdate(l,m,e,!0,h)},init(h){return h!==void 0&&this.C(l,void 0,e,h),h}}}if(i==="setter"){let{name:l}=t;return function(h){let m=this[l];r.call(this,h),this.requestUpdate(l,m,e,!0,h)}}throw Error("Unsupported decorator location: "+i)};function x(e){return(r,t)=>typeof t=="object"?eo(e,r,t):((i,s,n)=>{let l=s.hasOwnProperty(n);return s.constructor.createProperty(n,i),l?Object.getOwnPropertyDescriptor(s,n):void 0})(e,r,t)}function g(e){return x({...e,state:!0,attribute:!1})}var Re=(e,r,t)=>(t.configurable=!0,t.enumerable=!0,Reflect.decorate&&typeof r!="object"&&Object.defineProperty(e,r,t),t);function J(e,r){return(t,i,s)=>{let n=l=>l.renderRoot?.querySelector(e)??null;if(r){let{get:l,set:h}=typeof i=="object"?t:s??(()=>{let m=Symbol();return{get(){return this[m]},set(S){this[m]=S}}})();return Re(t,i,{get(){let m=l.call(this);return m===void 0&&(m=n(this),(m!==null||this.hasUpdated)&&h.call(this,m)),m}})}return Re(t,i,{get(){return n(this)}})}}var at=f`
  :host {
    display: block;
    font-family: var(--ccp-font);
    color: var(--ccp-text);
    line-height: 1.5;
    --tint: color-mix(in srgb, var(--ccp-accent) 9%, var(--ccp-surface));
    --quiet: color-mix(in srgb, var(--ccp-text) 5%, var(--ccp-surface));
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.625rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 620;
  }
  a {
    color: var(--ccp-accent);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--ccp-text-muted);
  }
  .lead {
    color: var(--ccp-text-muted);
    max-width: 46rem;
    margin-top: 0.25rem;
  }
  .icon {
    width: 1.125rem;
    height: 1.125rem;
    flex: none;
  }
  .card {
    background: var(--ccp-surface);
    border: 1px solid var(--ccp-border);
    border-radius: calc(var(--ccp-radius) * 1.25);
  }
  [role='alert']:empty {
    display: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--ccp-focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`,pr=f`
  button,
  .button {
    font: inherit;
    font-weight: 550;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.5rem;
    padding: 0.375rem 1rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
    background: var(--ccp-surface);
    color: var(--ccp-text);
    cursor: pointer;
    text-decoration: none;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--quiet);
  }
  button.primary {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
    color: var(--ccp-accent-text);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--ccp-accent) 88%, var(--ccp-text));
  }
  button.danger {
    border-color: var(--ccp-danger);
    color: var(--ccp-danger);
  }
  button.danger:hover {
    background: color-mix(in srgb, var(--ccp-danger) 8%, var(--ccp-surface));
  }
  button.icon-only {
    padding: 0;
    width: 2.25rem;
    min-height: 2.25rem;
    border-color: transparent;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  button.icon-only:hover {
    background: var(--quiet);
    color: var(--ccp-text);
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .spinner {
    width: 1rem;
    height: 1rem;
    border: 2px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 700ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`,to=f`
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  label,
  .label {
    font-weight: 580;
    font-size: 0.9375rem;
  }
  .hint {
    color: var(--ccp-text-muted);
    font-size: 0.875rem;
  }
  input:not([type='checkbox']),
  select {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 2.5rem;
    padding: 0.375rem 0.75rem;
    background: var(--ccp-surface);
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    border-radius: var(--ccp-radius);
  }
  input::placeholder {
    color: var(--ccp-text-muted);
    opacity: 1;
  }
  [aria-invalid='true']:not([type='checkbox']) {
    border-color: var(--ccp-danger);
    box-shadow: 0 0 0 1px var(--ccp-danger);
  }
  .error {
    display: flex;
    gap: 0.375rem;
    align-items: flex-start;
    color: var(--ccp-danger);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .error .icon {
    margin-top: 0.125rem;
    width: 1rem;
    height: 1rem;
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.75rem;
    row-gap: 0.125rem;
    align-items: center;
  }
  .switch > :not(input, label) {
    grid-column: 2;
  }
  input[role='switch'] {
    appearance: none;
    position: relative;
    width: 2.5rem;
    height: 1.5rem;
    margin: 0;
    border-radius: 0.75rem;
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    background: var(--quiet);
    cursor: pointer;
    transition: background-color 120ms;
  }
  input[role='switch']::after {
    content: '';
    position: absolute;
    top: 0.1875rem;
    left: 0.1875rem;
    width: 1rem;
    height: 1rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--ccp-text) 60%, var(--ccp-surface));
    transition: transform 120ms;
  }
  input[role='switch']:checked {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
  }
  input[role='switch']:checked::after {
    background: var(--ccp-accent-text);
    transform: translateX(1rem);
  }
  input:disabled,
  select:disabled {
    cursor: not-allowed;
    opacity: 0.7;
  }
`,ro=f`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.0625rem 0.625rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 580;
    white-space: nowrap;
    color: var(--ccp-text);
    background: color-mix(in srgb, var(--hue, var(--ccp-text)) 13%, var(--ccp-surface));
  }
  .badge::before {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--hue, var(--ccp-text-muted));
  }
  .badge.good {
    --hue: var(--ccp-success);
  }
  .badge.notable {
    --hue: var(--ccp-accent);
  }
  .badge.careful {
    --hue: var(--ccp-warning);
  }
`,O=[at,pr,to,ro];var te=class extends E{constructor(){super(...arguments);this.subpath="";this.#e=[]}#e;connectedCallback(){super.connectedCallback(),this.subpath||=this.console.path}disconnectedCallback(){super.disconnectedCallback();for(let t of this.#e.splice(0))t()}untilLeft(t){this.#e.push(t)}};p([x({attribute:!1})],te.prototype,"console",2),p([x()],te.prototype,"subpath",2);var o={common:{save:"Save",saving:"Saving…",cancel:"Cancel",close:"Close",dismiss:"Dismiss",retry:"Try again",loading:"Loading…",newTab:" (opens in a new tab)"},failures:{unreachable:"The server cannot be reached. Check the connection and try again.",forbidden:"You do not have the permission for this.",unexpected:e=>`The server answered with an unexpected error (${e}). Try again.`},faults:{"value.not.unique":"An external source with this name already exists. Choose another name.","value.too.long":"This is too long.","url.invalid":"Enter a complete web address, such as https://example.com/user/.","url.scheme":"A profile URL starts with http:// or https://.","placeholder.repeated":"Leave the ID out: it is put between start and end by itself.","placeholder.unknown":"A profile URL cannot contain {{ or }}.","placeholder.position":"The start must reach beyond the host, at least to the / after it: https://example.com/."},sources:{heading:"External Sources",lead:"The systems that give people IDs: CRMs, customer-data platforms, directories. Every external ID belongs to one of them.",add:"Add External Source",editHeading:"Edit External Source",name:"Name",nameHint:"Unique in your organization.",nameMissing:"Enter a name.",profileUrl:"Profile URL",start:"Profile URL start",startHint:"The part of the profile’s URL before the ID.",startExample:"https://example.com/user/",startMissing:"Enter the part before the ID, too.",end:"Profile URL end",endHint:"The part after the ID. Leave it empty if nothing follows.",endExample:"/profile",withoutIdHint:"This link has no place for the ID: it leads to the same page for everybody.",addId:"Put the ID into the link",preview:"Preview of the link",sample:"Sample ID",sampleId:"johndoe",resultingLink:"Resulting link",noLinkYet:"No link yet",noLink:"No link",id:"ID",status:"Status",active:"Active",disabled:"Disabled",activeSwitch:"Active",activeMeaning:"New contacts can be associated with an active source.",disabledMeaning:"The external IDs of a disabled source go on as before, but no new contact can be associated with it.",activeOf:(e,r)=>`${e} of ${r} active`,fullHint:"Disable one before you activate another.",limitReached:"Your organization already has 10 active external sources. Disable one of them first, or keep this one disabled.",contactsLinked:"Contacts linked",countUnknown:"Not known",moreThan:e=>`${e}+`,action:"Action",actionOn:(e,r)=>`${e} ${r}`,edit:"Edit",disable:"Disable",activate:"Activate",delete:"Delete",filters:"Filter external sources",search:"Search",searchPlaceholder:"Beginning of the name",allStatuses:"All",clearFilters:"Clear filters",pages:"Pages",page:e=>`Page ${e}`,pageSize:"Rows per page",next:"Next",previous:"Previous",nextPage:"Next page",previousPage:"Previous page",none:"No external sources yet",noneText:"Add the first system that knows your customers: its external IDs then bring the interactions of a person together on one contact.",noMatch:"Nothing matches",noMatchText:"No external source has a name that begins so, and this status.",added:e=>`${e} was added.`,changed:e=>`${e} was saved.`,showIt:"Show it",disabling:{heading:e=>`Disable ${e}?`,sentences:["The external IDs that came from it go on as before: a contact can still be searched by its external ID. But no new contact can be associated with it."],action:"Disable",busyLabel:"Disabling…",done:e=>`${e} is disabled.`},activating:{heading:e=>`Activate ${e}?`,sentences:["New contacts can be associated with it again. An organization can have up to 10 active external sources."],action:"Activate",busyLabel:"Activating…",done:e=>`${e} is active.`},deleting:{heading:e=>`Delete ${e}?`,sentences:["Its external IDs stay on their contacts and still resolve, but without a name and a profile link. The name becomes free for another source.","This cannot be undone."],action:"Delete",busyLabel:"Deleting…",done:e=>`${e} was deleted.`}},resolution:{heading:"Identity Resolution",lead:"How interactions find their contact: for each line, mailbox, number, deployment or account on its own.",channelsLabel:"Channels",channels:{voice:"Voice",callback:"Callback",email:"Email",sms:"SMS",web:"Web messaging",open:"Open messaging",whatsapp:"WhatsApp",facebook:"Facebook",instagram:"Instagram",apple:"Apple",x:"X"},channelHints:{voice:"Calls that arrive at a call flow.",callback:"Calls that are made on behalf of a queue.",email:"Messages that arrive at a route of an e-mail domain.",sms:"Text messages to one of your numbers.",web:"Visitors of a web deployment, signed in or not.",open:"Messages of an open-messaging integration.",whatsapp:"Messages to a WhatsApp integration.",facebook:"Messages to a Facebook integration.",instagram:"Messages to an Instagram integration.",apple:"Messages to an Apple integration.",x:"Messages to an X integration."},parameters:{callFlow:"Call flow ID",queue:"Queue ID",domain:"Domain name",route:"Route ID",smsNumber:"Phone number ID",deployment:"Deployment ID",integration:"Integration ID"},idMissing:"Enter the ID.",open:"Open",opening:"Opening…",openedText:e=>`The configuration of ${e} is open.`,integration:e=>`Configuration of ${e}`,resolves:"Resolve identities",resolvesHint:"Interactions that arrive here are linked to the contact that owns their identifiers.",source:"External source",sourceHint:"External IDs that come without a source count as IDs of this one.",noSource:"None",formerSource:e=>`${e} (not active)`,automerge:"Automatic merging",mergesSignedIn:"Signed-in visitors",mergesSignedInHint:"Merge what is learnt of a visitor who has signed in with the contact they are.",mergesTracked:"Tracked visitors",mergesTrackedHint:"Merge what web tracking learns of a visitor with the contact they are.",division:"Division",divisionHint:"A division’s ID keeps contacts in it. With * or nothing, the interaction decides.",saved:"Saved",unsaved:"Unsaved changes",unsavedMark:", unsaved changes",undo:"Undo changes",readOnly:"You can view this configuration, but not change it.",discardHeading:"Discard unsaved changes?",discardText:"The configuration that is open has changes that were not saved. Opening another one discards them.",discard:"Discard",nothing:"Nothing to show",nothingText:"You do not have the permissions to view the configuration of any channel."},contacts:{heading:"Contacts",lead:"Find a person by anything that identifies them, and see all their interactions in one place.",search:"Search contacts",searchHint:"Name, phone number, e-mail address, external ID or handle.",find:"Search",finding:"Searching…",begin:"Whom are you looking for?",beginText:"Enter a name, or any phone number, e-mail address, external ID or handle as it is known to you.",foundCount:e=>e===1?"1 contact":`${e} contacts`,noneFound:e=>`No contact found for “${e}”`,noneFoundText:"Names are found by their beginnings; phone numbers, addresses and IDs only as a whole.",more:"Show more",unnamed:"Unnamed contact",externalIdOf:e=>`ID ${e}`,back:"All contacts",notThere:"There is no such contact. It may have been deleted.",type:"Type",types:{Curated:"Curated",Identified:"Identified",Ephemeral:"Ephemeral"},typeMeaning:{Curated:"Somebody vouches for this contact; it stays.",Identified:"Known by an identifier; ends 60 days after the last interaction.",Ephemeral:"Seen once; ends 60 days after the last interaction."},details:"Details",fields:{salutation:"Salutation",firstName:"First name",middleName:"Middle name",lastName:"Last name",title:"Title",workEmail:"Work e-mail",personalEmail:"Personal e-mail",otherEmail:"Other e-mail",workPhone:"Work phone",cellPhone:"Cell phone",homePhone:"Home phone",otherPhone:"Other phone",address:"Address",twitter:"X (Twitter)",line:"LINE",facebook:"Facebook",whatsApp:"WhatsApp",instagram:"Instagram",externalSystemUrl:"External system",division:"Division",created:"Created",modified:"Changed",id:"Contact ID"},noDivision:"Unassigned",identifiers:"Identifiers",noIdentifiers:"Nothing identifies this contact yet.",idType:"Type",idSource:"External source",idValue:"Value",idSince:"Since",idTypes:{ExternalId:"External ID",Email:"E-mail",Phone:"Phone",Cookie:"Cookie",SocialLine:"LINE",SocialFacebook:"Facebook",SocialTwitter:"X (Twitter)",SocialWhatsapp:"WhatsApp",SocialWhatsappBsuid:"WhatsApp (business-scoped)",SocialInstagram:"Instagram",SocialInstagramHandle:"Instagram handle",AppleOpaqueId:"Apple"},deletedSource:"Deleted source",openProfile:", opens the profile in a new tab",waits:"Another contact owns it",interactions:"Interactions",noInteractions:"No interaction was linked to this contact yet.",earlier:"Show earlier ones",conversation:e=>`Conversation ${e}`,linkedToMerged:"linked to a contact that was merged into this one",channels:{Voice:"Voice call",Callback:"Callback",Email:"E-mail",Chat:"Chat",Cobrowse:"Co-browsing",Video:"Video",Screenshare:"Screen share",Message:"Message",Sms:"SMS",WebMessaging:"Web messaging",Open:"Open messaging",WhatsApp:"WhatsApp",Facebook:"Facebook",Instagram:"Instagram",Twitter:"X",Line:"LINE",Apple:"Apple",Unknown:"Other channel"},outcomes:{matched:"Matched",created:"New contact",merged:"Merged",unresolved:"Unresolved",disabled:"Not resolved here",rejected:"Rejected"},promote:"Promote",promoteHeading:"Promote this contact?",promoteSentences:["It becomes Curated: it no longer ends by itself, and searches find it by name.","This cannot be undone."],promoting:"Promoting…",promoted:"The contact is Curated now.",mergeOpen:"Merge…",mergeHeading:"Merge with another contact",mergeWith:"The other contact",mergeText:"This is what the two become. No identifier and no interaction is lost, and both IDs go on answering. It cannot be undone.",mergePreview:"Preview of the merge",mergeResult:"Result",mergeAction:"Merge",merging:"Merging…",merged:"The contacts were merged.",chooseAnother:"Choose another",mergeSet:"Merged contacts",mergeSetText:"These IDs are one contact; reading any of them answers with the canonical one.",canonical:"Canonical"}};var De=e=>({ok:!0,value:e}),ur=e=>({ok:!1,failure:e});function Gr(e,r){let t=(r?.details??[]).map(({fieldName:s="",errorCode:n="",message:l=""})=>({field:s,code:n,message:o.faults[n]??l})),i={status:e,code:r?.code??"unknown",message:e===403?o.failures.forbidden:r?.message??o.failures.unexpected(e),fields:t};return r?.limit?.key&&(i.limit=r.limit.key),r?.entityId&&(i.entityId=r.entityId),i}var Zr=()=>({status:0,code:"unreachable",message:o.failures.unreachable,fields:[]}),ei={status:0,code:"aborted",message:"",fields:[]};function Ne(e,...r){let t=i=>r.some(s=>i===s||s.endsWith(".")&&i.startsWith(s));return(e?.fields??[]).filter(({field:i})=>t(i)).map(({message:i})=>i).join(" ")}function G(e,r){let t=Object.entries(r).filter(([,i])=>i!==void 0&&i!=="");return t.length===0?e:`${e}?${new URLSearchParams(t.map(([i,s])=>[i,String(s)]))}`}var io=async e=>e.json().catch(()=>{}),H=class{constructor(r){this.console=r}get(r,t){return this.#e(r,"GET",void 0,t)}send(r,t,i,s){return this.#e(t,r,i,s)}async#e(r,t,i,s){try{let n=await this.console.request(r,{method:t,...i===void 0?{}:{body:JSON.stringify(i)},...s?{signal:s}:{}}),l=await io(n);return n.ok?De(l):ur(Gr(n.status,l))}catch{return ur(s?.aborted?ei:Zr())}}};var pe="/api/v2",ue=`${pe}/externalcontacts`;var mr=`${ue}/contacts`,ti=e=>`${mr}/${encodeURIComponent(e)}`,ri="identifiers,externalSources,division",V={get:(e,r,t)=>e.get(G(ti(r),{expand:ri}),t),search:(e,r,t,i,s)=>e.get(G(mr,{q:r,pageNumber:t,pageSize:i}),s),reverse:(e,r,t)=>e.get(G(`${ue}/reversewhitepageslookup`,{lookupVal:r}),t),byExternalId:(e,r,t,i)=>e.send("POST",`${ue}/identifierlookup/contacts`,{type:"ExternalId",value:t,externalSource:{id:r}},i),promote:(e,r)=>e.send("POST",`${ti(r)}/promotion`),merge:(e,r,t)=>e.send("POST",G(`${mr}/merge`,{expand:ri,dryRun:t||void 0}),{contactIds:r})};var F=e=>a`
  <button
    type=${e.type??"button"}
    class=${e.kind??""}
    ?autofocus=${e.autofocus}
    aria-disabled=${e.busy?"true":c}
    aria-busy=${e.busy?"true":c}
    @click=${r=>{e.busy?r.preventDefault():e.onPress?.()}}
  >
    ${e.busy?a`<span class="spinner" aria-hidden="true"></span>${e.busyLabel}`:e.label}
  </button>
`;function ii(){let e=document.activeElement;for(;e?.shadowRoot?.activeElement;)e=e.shadowRoot.activeElement;return e instanceof HTMLElement&&e!==document.body?e:null}var P=e=>a`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${e}
  </svg>`,b={add:P(R`<path d="M12 5v14M5 12h14" />`),edit:P(R`<path d="M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4" />`),remove:P(R`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />`),power:P(R`<path d="M12 3.5v8M7 6.5a7.5 7.5 0 1 0 10 0" />`),search:P(R`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" />`),close:P(R`<path d="M6 6l12 12M18 6 6 18" />`),external:P(R`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />`),back:P(R`<path d="M19 12H5M11 6l-6 6 6 6" />`),next:P(R`<path d="m9 5 7 7-7 7" />`),previous:P(R`<path d="m15 5-7 7 7 7" />`),warning:P(R`<path d="M12 4 2.5 20h19zM12 10v4.5M12 17.3v.2" />`),done:P(R`<path d="m5 12.5 4.5 4.5L19 7.5" />`),merge:P(R`<path d="M6 4v3c0 4 6 5 6 9v4M18 4v3c0 4-6 5-6 9M9 17l3 3 3-3" />`),promote:P(R`<path d="M12 20V5M5.5 11.5 12 5l6.5 6.5" />`),sources:P(R`<rect x="3.5" y="4" width="7" height="7" rx="1.5" /><rect x="13.5" y="4" width="7" height="7" rx="1.5" />
    <rect x="3.5" y="14" width="7" height="7" rx="1.5" /><path d="M17 14v7M13.5 17.5h7" />`),person:P(R`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6" />`),voice:P(R`<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.500 3.500 5.600A1.500 1.500 0 0 1 5 4z" />`),email:P(R`<rect x="3" y="5.500" width="18" height="13" rx="2" /><path d="m4 7 8 6 8-6" />`),message:P(R`<path d="M4 5h16v11H10l-5 4v-4H4z" />`),unknown:P(R`<circle cx="12" cy="12" r="8" /><path d="M12 8v5M12 16v.2" />`)};var Ue,lt,hr,me=class extends E{constructor(){super(...arguments);y(this,lt);this.heading="";this.busy=!1;y(this,Ue,null)}firstUpdated(){K(this,Ue,ii()),this.dialog.showModal(),this.querySelector("[autofocus]")?.focus()}disconnectedCallback(){super.disconnectedCallback(),u(this,Ue)?.isConnected&&u(this,Ue).focus()}render(){return a`<dialog aria-labelledby="heading" @cancel=${d(this,lt,hr)}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button type="button" class="icon-only" aria-label=${o.common.close} @click=${d(this,lt,hr)}>${b.close}</button>
      </header>
      <div class="content"><slot></slot></div>
    </dialog>`}};Ue=new WeakMap,lt=new WeakSet,hr=function(t){t.preventDefault(),this.busy||this.dispatchEvent(new CustomEvent("dismiss"))},me.styles=[at,pr,f`
      dialog {
        width: min(36rem, calc(100vw - 1.5rem));
        max-height: calc(100dvh - 1.5rem);
        padding: 0;
        border: 1px solid var(--ccp-border);
        border-radius: calc(var(--ccp-radius) * 1.5);
        background: var(--ccp-surface);
        color: var(--ccp-text);
        box-shadow: 0 1.25rem 4rem rgb(0 0 0 / 0.28);
      }
      :host([wide]) dialog {
        width: min(54rem, calc(100vw - 1.5rem));
      }
      dialog::backdrop {
        background: rgb(8 12 20 / 0.5);
      }
      header {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
        padding: 1.125rem 1rem 0.875rem 1.5rem;
        background: var(--ccp-surface);
      }
      h2 {
        font-size: 1.25rem;
        overflow-wrap: anywhere;
      }
      .content {
        padding: 0 1.5rem 1.5rem;
      }
    `],p([x()],me.prototype,"heading",2),p([x({type:Boolean})],me.prototype,"busy",2),p([J("dialog")],me.prototype,"dialog",2),me=p([T("extsrc-dialog")],me);var He=f`
  form,
  .form {
    display: grid;
    gap: 1.125rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.625rem;
    margin-top: 0.25rem;
  }
  @media (max-width: 30rem) {
    .actions {
      flex-direction: column-reverse;
    }
    .actions button {
      width: 100%;
    }
  }
`;var _e=e=>e??c;var le={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},_t=e=>(...r)=>({_$litDirective$:e,values:r}),Fe=class{constructor(r){}get _$AU(){return this._$AM._$AU}_$AT(r,t,i){this._$Ct=r,this._$AM=t,this._$Ci=i}_$AS(r,t){return this.update(r,t)}update(r,t){return this.render(...t)}};var{I:so}=Xr,si=e=>e;var ni=e=>e.strings===void 0,oi=()=>document.createComment(""),je=(e,r,t)=>{let i=e._$AA.parentNode,s=r===void 0?e._$AB:r._$AA;if(t===void 0){let n=i.insertBefore(oi(),s),l=i.insertBefore(oi(),s);t=new so(n,l,e,e.options)}else{let n=t._$AB.nextSibling,l=t._$AM,h=l!==e;if(h){let m;t._$AQ?.(e),t._$AM=e,t._$AP!==void 0&&(m=e._$AU)!==l._$AU&&t._$AP(m)}if(n!==s||h){let m=t._$AA;for(;m!==n;){let S=si(m).nextSibling;si(i).insertBefore(m,s),m=S}}}return t},he=(e,r,t=e)=>(e._$AI(r,t),e),oo={},Pt=(e,r=oo)=>e._$AH=r,ai=e=>e._$AH,It=e=>{e._$AR(),e._$AA.remove()};var Lt=_t(class extends Fe{constructor(e){if(super(e),e.type!==le.PROPERTY&&e.type!==le.ATTRIBUTE&&e.type!==le.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ni(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[r]){if(r===z||r===c)return r;let t=e.element,i=e.name;if(e.type===le.PROPERTY){if(r===t[i])return z}else if(e.type===le.BOOLEAN_ATTRIBUTE){if(!!r===t.hasAttribute(i))return z}else if(e.type===le.ATTRIBUTE&&t.getAttribute(i)===r+"")return z;return Pt(e),r}});var ct=(e,r,t)=>[r&&`${e}-hint`,t&&`${e}-error`].filter(Boolean).join(" ")||void 0,W=(e,r)=>r?a`<p class="error" id="${e}-error">${b.warning}<span>${r}</span></p>`:c,dt=(e,r)=>r?a`<p class="hint" id="${e}-hint">${r}</p>`:c,j=e=>a`
  <div class="field">
    <label for=${e.id}>${e.label}</label>
    <input
      id=${e.id}
      type=${e.type??"text"}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${Lt(e.value)}
      placeholder=${_e(e.placeholder)}
      ?disabled=${e.disabled}
      ?autofocus=${e.autofocus}
      aria-required=${e.required?"true":c}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(ct(e.id,e.hint,e.error))}
      @input=${r=>e.onInput(r.target.value)}
    />
    ${dt(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var Be,Mt,Q=class extends E{constructor(){super(...arguments);y(this,Be);this.heading="";this.sentences=[];this.action="";this.busyLabel="";this.error="";this.danger=!1;this.busy=!1}render(){return a`<extsrc-dialog .heading=${this.heading} .busy=${this.busy} @dismiss=${()=>d(this,Be,Mt).call(this,"dismiss")}>
      <div class="form">
        ${this.sentences.map(t=>a`<p>${t}</p>`)}
        <div role="alert">${this.error?W("confirmation",this.error):c}</div>
        <div class="actions">
          <button type="button" aria-disabled=${this.busy?"true":c} @click=${()=>d(this,Be,Mt).call(this,"dismiss")}>
            ${o.common.cancel}
          </button>
          ${F({label:this.action,busy:this.busy,busyLabel:this.busyLabel,kind:this.danger?"danger":"primary",autofocus:!this.danger,onPress:()=>d(this,Be,Mt).call(this,"confirm")})}
        </div>
      </div>
    </extsrc-dialog>`}};Be=new WeakSet,Mt=function(t){this.busy||this.dispatchEvent(new CustomEvent(t))},Q.styles=[...O,He],p([x()],Q.prototype,"heading",2),p([x({attribute:!1})],Q.prototype,"sentences",2),p([x()],Q.prototype,"action",2),p([x()],Q.prototype,"busyLabel",2),p([x()],Q.prototype,"error",2),p([x({type:Boolean})],Q.prototype,"danger",2),p([x({type:Boolean})],Q.prototype,"busy",2),Q=p([T("extsrc-confirmation")],Q);function pt(e,r){let t,i=()=>{clearTimeout(t),t=setTimeout(e,r)};return i.cancel=()=>clearTimeout(t),i}var fe=f`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    min-height: 3.25rem;
    border-radius: var(--ccp-radius);
    border: 1px solid var(--hue);
    background: color-mix(in srgb, var(--hue) 8%, var(--ccp-surface));
  }
  .notice > span {
    flex: 1;
    min-width: 12rem;
    overflow-wrap: anywhere;
  }
  .notice > .icon {
    color: var(--hue);
  }
  .notice.good {
    --hue: var(--ccp-success);
  }
  .notice.bad {
    --hue: var(--ccp-danger);
  }
`,re=e=>e?a`<div class="notice ${e.kind}">
        ${e.kind==="good"?b.done:b.warning}<span>${e.text}</span>
        ${e.action?a`<button type="button" @click=${e.action.onPress}>${e.action.label}</button>`:c}
        ${e.onDismiss?a`<button type="button" class="icon-only" aria-label=${o.common.dismiss} @click=${e.onDismiss}>
                ${b.close}
              </button>`:c}
      </div>`:c;var ge=f`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    max-width: 76rem;
    margin: 0 auto;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: flex-start;
    justify-content: space-between;
  }
  .head > :first-child {
    flex: 1 1 22rem;
    min-width: 0;
  }
  @media (max-width: 30rem) {
    .head > button {
      width: 100%;
    }
  }
`;var ve=f`
  .skeleton {
    display: grid;
    gap: 1.25rem;
    padding: 1.5rem 1rem;
  }
  .skeleton span:not(.visually-hidden) {
    height: 0.875rem;
    border-radius: 0.4375rem;
    background: color-mix(in srgb, var(--ccp-text) 9%, var(--ccp-surface));
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton span:nth-child(odd) {
    margin-right: 30%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
`,be=e=>a`<div class="skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${e}</span>
    ${Array.from({length:5},()=>a`<span aria-hidden="true"></span>`)}
  </div>`;var Ot=f`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.6875rem 1rem;
    vertical-align: middle;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
    white-space: nowrap;
  }
  td[role='rowheader'],
  th[scope='row'] {
    font-size: 1rem;
    font-weight: 580;
    color: var(--ccp-text);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tbody tr {
    border-top: 1px solid var(--ccp-border);
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  @media (max-width: 48rem) {
    table,
    tbody,
    tr,
    td,
    th[scope='row'] {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      padding: 0.75rem 0;
    }
    td,
    th[scope='row'] {
      padding: 0.25rem 1rem;
    }
    td[data-label] {
      display: grid;
      grid-template-columns: 7.5rem minmax(0, 1fr);
      gap: 0.5rem;
      align-items: baseline;
      justify-items: start;
    }
    td[data-label]::before {
      content: attr(data-label);
      font-size: 0.8125rem;
      color: var(--ccp-text-muted);
    }
    .number {
      text-align: left;
    }
  }
`;var ye={addSource:"externalContacts:externalSource:add",editSource:"externalContacts:externalSource:edit",deleteSource:"externalContacts:externalSource:delete",viewSource:"externalContacts:externalSource:view",viewContact:"externalContacts:contact:view",viewSessions:"externalContacts:session:view",promote:"externalContacts:identity:promote",merge:"externalContacts:identity:merge"};var Dt=e=>`/admin/${e}`;var li=f`
  :host {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-content: start;
  }
  @container (min-width: 56rem) {
    .columns:has(.aside) {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    justify-self: start;
    text-decoration: none;
    font-weight: 550;
  }
  .back:hover {
    text-decoration: underline;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.625rem;
    align-items: center;
  }
  h1 + .row {
    margin-top: 0.5rem;
  }
  section {
    padding: 1.25rem;
  }
  section h2 {
    margin-bottom: 0.875rem;
  }
  section.flush {
    padding: 1.25rem 0 0.25rem;
    overflow: clip;
  }
  .flush h2,
  .inset {
    padding-inline: 1.25rem;
  }
  .flush :is(th, td) {
    padding-inline: 1.25rem;
  }
  .inset {
    padding-bottom: 1rem;
  }
  .merge-set li {
    padding: 0.375rem 0;
    overflow-wrap: anywhere;
  }
  .merge-set p {
    margin-bottom: 0.5rem;
  }
`;var no=e=>["address1","address2","postalCode","city","state","countryCode"].map(r=>e?.[r]).filter(Boolean).join(", "),ut=e=>e?.screenName??e?.handle??e?.phoneNumber?.display??e?.displayName??e?.name,ao=e=>typeof e=="string"?e:JSON.stringify(e);function fr(e){let{fields:r}=o.contacts;return[[r.salutation,e.salutation],[r.firstName,e.firstName],[r.middleName,e.middleName],[r.lastName,e.lastName],[r.title,e.title],[r.workEmail,e.workEmail],[r.personalEmail,e.personalEmail],[r.otherEmail,e.otherEmail],[r.workPhone,e.workPhone?.display],[r.cellPhone,e.cellPhone?.display],[r.homePhone,e.homePhone?.display],[r.otherPhone,e.otherPhone?.display],[r.address,no(e.address)],[r.twitter,ut(e.twitterId)],[r.line,ut(e.lineId)],[r.facebook,ut(e.facebookId)],[r.whatsApp,ut(e.whatsAppId)],[r.instagram,ut(e.instagramId)],[r.externalSystemUrl,e.externalSystemUrl],...Object.entries(e.customFields??{}).map(([i,s])=>[i,ao(s)])].flatMap(([i,s])=>s?[[i,s]]:[])}var ci=f`
  .details {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1rem 1.5rem;
  }
  .details dt {
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
  .details dd {
    overflow-wrap: anywhere;
  }
`;function di(e,r){let t=new Intl.DateTimeFormat(r,{dateStyle:"medium",timeStyle:"short"}),{fields:i}=o.contacts,s=e.division?.name??e.division?.id,n=[[i.division,!s||s==="*"?o.contacts.noDivision:s],[i.created,t.format(new Date(e.createDate))],[i.modified,t.format(new Date(e.modifyDate))],[i.id,e.id]];return a`<dl class="details">
    ${[...fr(e),...n].map(([l,h])=>a`<div>
          <dt>${l}</dt>
          <dd>${h}</dd>
        </div>`)}
  </dl>`}var Nt="{{externalId.value}}",gr={start:"",end:"",withId:!0};function Ut(e){if(!e)return gr;let r=e.indexOf(Nt);return r<0?{start:e,end:"",withId:!1}:{start:e.slice(0,r),end:e.slice(r+Nt.length),withId:!0}}function Ht({start:e,end:r,withId:t}){let[i,s]=[e.trim(),r.trim()];return t?i||s?i+Nt+s:void 0:i||void 0}var lo=e=>encodeURIComponent(e.toWellFormed()).replace(/[!'()*]/g,r=>`%${r.charCodeAt(0).toString(16).toUpperCase()}`),Ft=(e,r)=>e.replace(Nt,()=>lo(r));function jt(e){let r=URL.parse(e);return r&&(r.protocol==="http:"||r.protocol==="https:")?r.href:void 0}var co=({type:e,value:r,externalSource:t,dateCreated:i})=>({type:e,value:r,since:i,...t?{source:t}:{}});function vr(e){let r=(e.identifiers??[]).map(co),t=(s,n)=>r.some(l=>l.source?.id===s&&l.value===n),i=(e.externalIds??[]).filter(({externalSource:s,value:n})=>!t(s.id,n)).map(({externalSource:s,value:n})=>({type:"ExternalId",value:n,source:s}));return[...r,...i].sort((s,n)=>+(n.type==="ExternalId")-+(s.type==="ExternalId"))}function po({source:e,value:r}){let t=e?.linkConfiguration?.uriTemplate;return t?jt(Ft(t,r)):void 0}var uo=e=>e?e.name===void 0?a`<span class="muted">${o.contacts.deletedSource}</span>`:a`${e.name}${e.active===!1?a` <span class="badge">${o.sources.disabled}</span>`:c}`:a`<span class="muted" aria-hidden="true">–</span>`,mo=e=>{let r=po(e);return r?a`<a class="value" href=${r} target="_blank" rel="noopener noreferrer"
    >${e.value}${b.external}<span class="visually-hidden">${o.contacts.openProfile}</span></a
  >`:a`<span class="value">${e.value}</span>`},pi=f`
  .value {
    overflow-wrap: anywhere;
  }
  .value .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
  }
`,ui=(e,r)=>{let t=new Intl.DateTimeFormat(r,{dateStyle:"medium"}),i=[o.contacts.idType,o.contacts.idSource,o.contacts.idValue,o.contacts.idSince];return a`<table role="table" aria-label=${o.contacts.identifiers}>
    <thead role="rowgroup">
      <tr role="row">
        ${i.map(s=>a`<th role="columnheader" scope="col">${s}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${vr(e).map(s=>a`<tr role="row">
            <th role="rowheader" scope="row">${o.contacts.idTypes[s.type]??s.type}</th>
            <td role="cell" data-label=${i[1]}><span>${uo(s.source)}</span></td>
            <td role="cell" data-label=${i[2]}>${mo(s)}</td>
            <td role="cell" data-label=${i[3]}>
              ${s.since?t.format(new Date(s.since)):a`<span class="muted">${o.contacts.waits}</span>`}
            </td>
          </tr>`)}
    </tbody>
  </table>`};var mt=`${ue}/externalsources`,mi=e=>`${mt}/${encodeURIComponent(e)}`,xe=10,B={list:(e,r,t)=>e.get(G(mt,{...r}),t),active:async e=>{let r=await e.get(G(mt,{active:!0,limit:25}));return r.ok?De(r.value.entities):r},counts:(e,r,t)=>e.get(G(`${mt}/contactcounts`,{ids:r.join(",")}),t),create:(e,r)=>e.send("POST",mt,r),replace:(e,r,t)=>e.send("PUT",mi(r),t),remove:(e,r)=>e.send("DELETE",mi(r))};var ho=/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,fo=/^[+\d][\d\s().\/-]{4,}$/,go=/^[^\s@]+@[^\s@]+$/,vo=/^@?\w{1,15}$/,bo=25,yo=e=>fo.test(e)||go.test(e)||vo.test(e);async function hi(e,r,t){if(ho.test(r)){let s=await V.get(e,r,t);return s.ok?[s.value]:[]}if(!yo(r))return[];let i=await V.reverse(e,r,t);return i.ok?i.value.contacts:[]}async function fi(e,r,t){let[i,s]=await Promise.all([B.list(e,{active:!0,limit:25},t),B.list(e,{active:!1,limit:25},t)]),n=[...i.ok?i.value.entities:[],...s.ok?s.value.entities:[]].slice(0,bo);return(await Promise.all(n.map(({id:h})=>V.byExternalId(e,h,r,t)))).flatMap(h=>h.ok?[h.value]:[])}var gi=25,qe=class{constructor(r,t){this.host=r;this.client=t;this.asked="";this.total=0;this.loading=!1;this.#e=0;this.#r=0;r.addController(this)}#e;#r;#t;hostDisconnected(){this.#t?.abort()}get hasMore(){return this.#e<this.#r}async find(r){let t=this.#i();this.asked=r.trim(),this.#e=1;let[i,s]=await Promise.all([V.search(this.client(),this.asked,1,gi,t),hi(this.client(),this.asked,t)]);if(t.aborted)return;this.failure=i.ok?void 0:i.failure,this.#r=i.ok?i.value.pageCount:0;let n=br([...s,...i.ok?i.value.entities:[]]);i.ok&&n.length===0&&(n=br(await fi(this.client(),this.asked,t))),!t.aborted&&(this.found=n,this.total=Math.max(i.ok?i.value.total:0,n.length),this.#s())}async more(){let r=this.#i(),t=await V.search(this.client(),this.asked,this.#e+1,gi,r);r.aborted||(this.failure=t.ok?void 0:t.failure,t.ok&&(this.#e+=1,this.found=br([...this.found??[],...t.value.entities])),this.#s())}#i(){return this.#t?.abort(),this.#t=new AbortController,this.loading=!0,this.host.requestUpdate(),this.#t.signal}#s(){this.loading=!1,this.host.requestUpdate()}},br=e=>[...new Map(e.map(r=>[r.id,r])).values()];var xo=["workPhone","cellPhone","homePhone","otherPhone"],$o=["workEmail","personalEmail","otherEmail"],wo=e=>e?.display,yr=e=>[...$o.map(r=>e[r]),...xo.map(r=>wo(e[r]))].filter(r=>r!==void 0);function ce(e){return[e.salutation,e.firstName,e.middleName,e.lastName].filter(Boolean).join(" ")||yr(e)[0]||e.externalIds?.[0]?.value||o.contacts.unnamed}var vi=f`
  .scroll {
    overflow-x: auto;
  }
  .scroll table {
    min-width: 30rem;
    border-collapse: collapse;
    width: 100%;
  }
  .scroll th,
  .scroll td {
    text-align: left;
    vertical-align: top;
    padding: 0.5rem 0.75rem;
    border-top: 1px solid var(--ccp-border);
    overflow-wrap: anywhere;
    font-size: 0.9375rem;
  }
  .scroll thead th {
    border-top: 0;
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
  .scroll tbody th {
    font-weight: 400;
    color: var(--ccp-text-muted);
    font-size: 0.8125rem;
  }
  .scroll .result {
    background: var(--tint);
    font-weight: 580;
  }
`;function ko(e,r,t){let i=[e,r,t].map(l=>new Map(fr(l))),s=new Set(i.flatMap(l=>[...l.keys()])),n=l=>String(vr(l).length);return[[o.contacts.type,...[e,r,t].map(({type:l})=>o.contacts.types[l])],...[...s].map(l=>[l,...i.map(h=>h.get(l)??"–")]),[o.contacts.identifiers,n(e),n(r),n(t)]]}var bi=(e,r,t)=>a`
  <div class="scroll" tabindex="0" role="region" aria-label=${o.contacts.mergePreview}>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${ce(e)}</th>
          <th scope="col">${ce(r)}</th>
          <th scope="col" class="result">${o.contacts.mergeResult}</th>
        </tr>
      </thead>
      <tbody>
        ${ko(e,r,t).map(([i,...s])=>a`<tr>
              <th scope="row">${i}</th>
              ${s.map((n,l)=>a`<td class=${l===2?"result":""}>${n}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>
`;var yi=(e,r,t)=>{let i=new Map;for(let s=r;s<=t;s++)i.set(e[s],s);return i},Bt=_t(class extends Fe{constructor(e){if(super(e),e.type!==le.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,r,t){let i;t===void 0?t=r:r!==void 0&&(i=r);let s=[],n=[],l=0;for(let h of e)s[l]=i?i(h,l):l,n[l]=t(h,l),l++;return{values:n,keys:s}}render(e,r,t){return this.dt(e,r,t).values}update(e,[r,t,i]){let s=ai(e),{values:n,keys:l}=this.dt(r,t,i);if(!Array.isArray(s))return this.ut=l,n;let h=this.ut??=[],m=[],S,I,v=0,C=s.length-1,k=0,M=n.length-1;for(;v<=C&&k<=M;)if(s[v]===null)v++;else if(s[C]===null)C--;else if(h[v]===l[k])m[k]=he(s[v],n[k]),v++,k++;else if(h[C]===l[M])m[M]=he(s[C],n[M]),C--,M--;else if(h[v]===l[M])m[M]=he(s[v],n[M]),je(e,m[M+1],s[v]),v++,M--;else if(h[C]===l[k])m[k]=he(s[C],n[k]),je(e,s[v],s[C]),C--,k++;else if(S===void 0&&(S=yi(l,k,M),I=yi(h,v,C)),S.has(h[v]))if(S.has(h[C])){let oe=I.get(l[k]),er=oe!==void 0?s[oe]:null;if(er===null){let Ir=je(e,s[v]);he(Ir,n[k]),m[k]=Ir}else m[k]=he(er,n[k]),je(e,s[v],er),s[oe]=null;k++}else It(s[C]),C--;else It(s[v]),v++;for(;k<=M;){let oe=je(e,m[M+1]);he(oe,n[k]),m[k++]=oe}for(;v<=C;){let oe=s[v++];oe!==null&&It(oe)}return this.ut=l,Pt(e,m),z}});var So={Curated:"good",Identified:"notable",Ephemeral:""},qt=e=>a`<span class="badge ${So[e]}" title=${o.contacts.typeMeaning[e]}>${o.contacts.types[e]}</span>`;var zt=f`
  .results li + li {
    border-top: 1px solid var(--ccp-border);
  }
  .results a {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.125rem 0.875rem;
    align-items: center;
    padding: 0.75rem 1rem;
    color: inherit;
    text-decoration: none;
  }
  .results a:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .results a:hover .name {
    text-decoration: underline;
  }
  .results .avatar {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  .results .name {
    font-weight: 580;
    overflow-wrap: anywhere;
  }
  .results .about {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
    overflow-wrap: anywhere;
  }
`,ht=e=>`directory/contacts/${e}`,Co=e=>{let r=(e.externalIds??[]).slice(0,3).map(({value:t})=>o.contacts.externalIdOf(t));return[...yr(e).filter(t=>t!==ce(e)),...r].slice(0,4).join(" · ")||e.id},Wt=(e,r)=>a`
  <ul class="results">
    ${Bt(e,({id:t})=>t,t=>a`<li>
          <a
            href=${Dt(ht(t.id))}
            @click=${i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),r(t))}}
          >
            <span class="avatar">${b.person}</span>
            <span>
              <span class="name">${ce(t)}</span><br />
              <span class="about">${Co(t)}</span>
            </span>
            ${qt(t.type)}
          </a>
        </li>`)}
  </ul>
`;var de,_,xi,Vt,$i,wi,xr,ki,Si,Ci,Y=class extends E{constructor(){super(...arguments);y(this,_);this.typed="";this.error="";this.busy=!1;y(this,de,new qe(this,()=>new H(this.console)))}render(){return a`<extsrc-dialog
      wide
      .heading=${o.contacts.mergeHeading}
      .busy=${this.busy}
      @dismiss=${()=>this.dispatchEvent(new CustomEvent("dismiss"))}
    >
      <div class="form">
        ${this.preview&&this.other?d(this,_,Ci).call(this,this.other,this.preview):d(this,_,Si).call(this)}
        <div role="alert">${this.error?W("merge",this.error):c}</div>
      </div>
    </extsrc-dialog>`}};de=new WeakMap,_=new WeakSet,xi=async function(t){t.preventDefault(),!(this.typed.trim()===""||u(this,de).loading)&&(await u(this,de).find(this.typed),this.console.announce(o.contacts.foundCount(u(this,_,Vt).length)))},Vt=function(){let t=new Set([this.contact.id,...(this.contact.mergeSet??[]).map(({id:i})=>i)]);return(u(this,de).found??[]).filter(({id:i})=>!t.has(i))},$i=async function(t){if(this.busy)return;let i=await d(this,_,xr).call(this,t,!0),s=await V.get(new H(this.console),t.id);this.other=s.ok?s.value:t,i&&(this.preview=i,this.console.announce(o.contacts.mergePreview))},wi=async function(){if(!this.other)return;let t=await d(this,_,xr).call(this,this.other,!1);t&&this.dispatchEvent(new CustomEvent("merged",{detail:t}))},xr=async function(t,i){this.error="",this.busy=!0;let s=await V.merge(new H(this.console),[this.contact.id,t.id],i);if(this.busy=!1,s.ok)return s.value;this.error=s.failure.message},ki=function(){this.preview=void 0,this.other=void 0,this.error=""},Si=function(){return a`<form class="box" role="search" @submit=${d(this,_,xi)}>
        ${j({id:"other",type:"search",label:o.contacts.mergeWith,hint:o.contacts.searchHint,value:this.typed,autofocus:!0,onInput:t=>this.typed=t})}
        ${F({label:o.contacts.find,busyLabel:o.contacts.finding,busy:u(this,de).loading,type:"submit"})}
      </form>
      ${u(this,de).found&&u(this,_,Vt).length===0?a`<p class="muted">${o.contacts.noneFound(u(this,de).asked)}</p>`:a`<div aria-busy=${this.busy?"true":"false"}>
              ${Wt(u(this,_,Vt),t=>{d(this,_,$i).call(this,t)})}
            </div>`}`},Ci=function(t,i){return a`<p>${o.contacts.mergeText}</p>
      ${bi(this.contact,t,i)}
      <div class="actions">
        <button type="button" aria-disabled=${this.busy?"true":c} @click=${()=>this.busy||d(this,_,ki).call(this)}>
          ${o.contacts.chooseAnother}
        </button>
        ${F({label:o.contacts.mergeAction,busyLabel:o.contacts.merging,busy:this.busy,kind:"primary",onPress:()=>{d(this,_,wi).call(this)}})}
      </div>`},Y.styles=[...O,He,vi,zt,f`
      .box {
        display: flex;
        gap: 0.75rem;
        align-items: flex-end;
      }
      .box .field {
        flex: 1;
      }
    `],p([x({attribute:!1})],Y.prototype,"console",2),p([x({attribute:!1})],Y.prototype,"contact",2),p([g()],Y.prototype,"typed",2),p([g()],Y.prototype,"other",2),p([g()],Y.prototype,"preview",2),p([g()],Y.prototype,"error",2),p([g()],Y.prototype,"busy",2),Y=p([T("extsrc-merge-dialog")],Y);function Ei(e){let r=e.mergeSet??[];return r.length<2?c:a`<section class="card merge-set" aria-labelledby="merge-set">
    <h2 id="merge-set">${o.contacts.mergeSet}</h2>
    <p class="muted">${o.contacts.mergeSetText}</p>
    <ul>
      ${r.map(({id:t})=>a`<li>
            ${t} ${t===e.id?a`<span class="badge good">${o.contacts.canonical}</span>`:c}
          </li>`)}
    </ul>
  </section>`}var $r={first:(e,r,t)=>e.get(G(`${ue}/contacts/${encodeURIComponent(r)}/journey/sessions`,{pageSize:25}),t),next:(e,r,t)=>e.get(r,t)};var Ti=f`
  h3 {
    margin: 0 0 0.625rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
  }
  ol + h3 {
    margin-top: 0.5rem;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    gap: 0.875rem;
    padding-bottom: 1.125rem;
  }
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    left: 1.09375rem;
    top: 2.25rem;
    bottom: 0;
    width: 1px;
    background: var(--ccp-border);
  }
  .channel {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  li p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: center;
    overflow-wrap: anywhere;
  }
  time,
  .reason {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
  }
`;var Eo={Voice:b.voice,Callback:b.voice,Email:b.email,Message:b.message,Chat:b.message},Ai=(e,r)=>e.attributes[`identityResolution.${r}`]?.value??"",ze,ee,Ri,wr,_i,Pi,Z=class extends E{constructor(){super(...arguments);y(this,ee);this.contactId="";this.loading=!1;y(this,ze)}willUpdate(t){t.has("contactId")&&(this.shown=void 0,this.reload())}disconnectedCallback(){super.disconnectedCallback(),u(this,ze)?.abort()}async reload(){let t=await d(this,ee,wr).call(this,(i,s)=>$r.first(i,this.contactId,s));t&&(this.shown=t.entities)}render(){if(this.failure){let t={label:o.common.retry,onPress:()=>{this.reload()}};return re({kind:"bad",text:this.failure.message,action:t})}return this.shown?this.shown.length===0?a`<p class="muted">${o.contacts.noInteractions}</p>`:a`
      ${[...d(this,ee,_i).call(this)].map(([t,i])=>a`<h3>${t}</h3>
            <ol>
              ${i.map(s=>d(this,ee,Pi).call(this,s))}
            </ol>`)}
      ${this.nextUri?F({label:o.contacts.earlier,busyLabel:o.common.loading,busy:this.loading,onPress:()=>{d(this,ee,Ri).call(this)}}):c}
    `:be(o.common.loading)}};ze=new WeakMap,ee=new WeakSet,Ri=async function(){let t=this.nextUri;if(!t)return;let i=await d(this,ee,wr).call(this,(s,n)=>$r.next(s,t,n));i&&(this.shown=[...this.shown??[],...i.entities])},wr=async function(t){u(this,ze)?.abort();let{signal:i}=K(this,ze,new AbortController);this.loading=!0;let s=await t(new H(this.console),i);if(!i.aborted)return this.loading=!1,this.failure=s.ok?void 0:s.failure,s.ok&&(this.nextUri=s.value.nextUri),s.ok?s.value:void 0},_i=function(){let t=new Intl.DateTimeFormat(this.console.locale,{dateStyle:"full"});return Map.groupBy(this.shown??[],({createdDate:i})=>t.format(new Date(i)))},Pi=function(t){let i=t.conversationChannels[0],s=new Intl.DateTimeFormat(this.console.locale,{timeStyle:"short"}).format(new Date(t.createdDate)),n=Ai(t,"outcome"),l=i?.messageType??i?.type??"Unknown";return a`<li>
      <span class="channel">${Eo[i?.type??""]??b.unknown}</span>
      <div>
        <p>
          <strong>${o.contacts.channels[l]??l}</strong>
          <time datetime=${t.createdDate}>${s}</time>
          ${n?a`<span class="badge notable">${o.contacts.outcomes[n]??n}</span>`:c}
        </p>
        <p class="reason">${Ai(t,"reason")}</p>
        <p class="reason">
          ${o.contacts.conversation(t.id)}${t.externalContact.id===this.contactId?c:a` · ${o.contacts.linkedToMerged}`}
        </p>
      </div>
    </li>`},Z.styles=[...O,Ti,ve,fe],p([x({attribute:!1})],Z.prototype,"console",2),p([x()],Z.prototype,"contactId",2),p([g()],Z.prototype,"shown",2),p([g()],Z.prototype,"nextUri",2),p([g()],Z.prototype,"loading",2),p([g()],Z.prototype,"failure",2),Z=p([T("extsrc-timeline")],Z);var To=200,We,Ve,gt,w,Ii,Li,ft,Pe,Mi,Oi,Di,Ni,Ui,Hi,Fi,ji,Bi,q=class extends E{constructor(){super(...arguments);y(this,w);this.contactId="";this.busy=!1;this.error="";y(this,We);y(this,Ve);y(this,gt,pt(()=>{d(this,w,Li).call(this)},To));y(this,Pe,()=>{this.asks=void 0,this.error=""})}willUpdate(t){t.has("contactId")&&(this.contact=void 0,this.failure=void 0,this.notice=void 0,d(this,w,Ii).call(this))}disconnectedCallback(){var t;super.disconnectedCallback(),u(this,We)?.abort(),(t=u(this,Ve))==null||t.call(this),u(this,gt).cancel()}render(){let t=i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),this.console.navigate("directory/contacts"))};return a`<div class="page">
        <a class="back" href=${Dt("directory/contacts")} @click=${t}>${b.back}${o.contacts.back}</a>
        ${d(this,w,Bi).call(this)}
      </div>
      ${this.contact?d(this,w,Ni).call(this,this.contact):c}`}};We=new WeakMap,Ve=new WeakMap,gt=new WeakMap,w=new WeakSet,Ii=async function(){var t;(t=u(this,Ve))==null||t.call(this),K(this,Ve,this.console.subscribe([`v2.externalcontacts.contacts.${this.contactId}`],()=>u(this,gt).call(this))),await d(this,w,ft).call(this),await this.updateComplete,this.heading?.focus()},Li=async function(){await Promise.all([d(this,w,ft).call(this),this.timeline?.reload()])},ft=async function(){u(this,We)?.abort();let{signal:t}=K(this,We,new AbortController),i=await V.get(new H(this.console),this.contactId,t);t.aborted||(this.failure=i.ok?void 0:i.failure,this.contact=i.ok?i.value:void 0,this.console.title(i.ok?ce(i.value):o.contacts.heading))},Pe=new WeakMap,Mi=function(t){this.notice={kind:"good",text:t,onDismiss:()=>this.notice=void 0},this.console.announce(t)},Oi=async function(){this.busy=!0;let t=await V.promote(new H(this.console),this.contactId);if(this.busy=!1,!t.ok)return void(this.error=t.failure.message);u(this,Pe).call(this),await d(this,w,ft).call(this),d(this,w,Mi).call(this,o.contacts.promoted)},Di=function({detail:t}){u(this,Pe).call(this),this.console.announce(o.contacts.merged),this.console.navigate(ht(t.id))},Ni=function(t){return this.asks==="merge"?a`<extsrc-merge-dialog
        .console=${this.console}
        .contact=${t}
        @merged=${d(this,w,Di)}
        @dismiss=${u(this,Pe)}
      ></extsrc-merge-dialog>`:this.asks!=="promote"?c:a`<extsrc-confirmation
      .heading=${o.contacts.promoteHeading}
      .sentences=${o.contacts.promoteSentences}
      .action=${o.contacts.promote}
      .busyLabel=${o.contacts.promoting}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${d(this,w,Oi)}
      @dismiss=${u(this,Pe)}
    ></extsrc-confirmation>`},Ui=function(t){let i=t.type!=="Curated"&&this.console.can(ye.promote);return a`<div class="row">
      ${i?a`<button type="button" @click=${()=>this.asks="promote"}>
              ${b.promote}${o.contacts.promote}
            </button>`:c}
      ${this.console.can(ye.merge)?a`<button type="button" @click=${()=>this.asks="merge"}>${b.merge}${o.contacts.mergeOpen}</button>`:c}
    </div>`},Hi=function(t){return this.console.can(ye.viewSessions)?a`<div class="column aside">
      <section class="card" aria-labelledby="interactions">
        <h2 id="interactions">${o.contacts.interactions}</h2>
        <extsrc-timeline .console=${this.console} .contactId=${t.id}></extsrc-timeline>
      </section>
    </div>`:c},Fi=function(t){let{locale:i}=this.console;return a`<div class="columns">
      <div class="column">
        <section class="card" aria-labelledby="details">
          <h2 id="details">${o.contacts.details}</h2>
          ${di(t,i)}
        </section>
        <section class="card flush" aria-labelledby="identifiers">
          <h2 id="identifiers">${o.contacts.identifiers}</h2>
          ${t.identifiers?.length||t.externalIds?.length?ui(t,i):a`<p class="muted inset">${o.contacts.noIdentifiers}</p>`}
        </section>
        ${Ei(t)}
      </div>
      ${d(this,w,Hi).call(this,t)}
    </div>`},ji=function(t){return a`<div class="head">
      <div>
        <h1 tabindex="-1">${ce(t)}</h1>
        <p class="row">${qt(t.type)}<span class="muted">${o.contacts.typeMeaning[t.type]}</span></p>
      </div>
      ${d(this,w,Ui).call(this,t)}
    </div>`},Bi=function(){return this.failure?a`<h1 tabindex="-1">${o.contacts.heading}</h1>
        <div role="alert">
          ${re({kind:"bad",text:this.failure.status===404?o.contacts.notThere:this.failure.message,action:{label:o.common.retry,onPress:()=>{d(this,w,ft).call(this)}}})}
        </div>`:this.contact?a`${d(this,w,ji).call(this,this.contact)} ${re(this.notice)}${d(this,w,Fi).call(this,this.contact)}`:a`<div class="card">${be(o.common.loading)}</div>`},q.styles=[...O,ge,li,ci,Ot,pi,ve,fe],p([x({attribute:!1})],q.prototype,"console",2),p([x()],q.prototype,"contactId",2),p([g()],q.prototype,"contact",2),p([g()],q.prototype,"failure",2),p([g()],q.prototype,"notice",2),p([g()],q.prototype,"asks",2),p([g()],q.prototype,"busy",2),p([g()],q.prototype,"error",2),p([J("h1")],q.prototype,"heading",2),p([J("extsrc-timeline")],q.prototype,"timeline",2),q=p([T("extsrc-contact-view")],q);var Ke=f`
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3.5rem 1.5rem;
    text-align: center;
  }
  .empty > .icon {
    width: 2.5rem;
    height: 2.5rem;
    padding: 0.5rem;
    border-radius: 50%;
    color: var(--ccp-accent);
    background: var(--tint);
    box-sizing: content-box;
    margin-bottom: 0.5rem;
  }
  .empty p {
    max-width: 34rem;
    color: var(--ccp-text-muted);
  }
  .empty button {
    margin-top: 0.75rem;
  }
`,$e=(e,r,t,i)=>a`
  <div class="empty">
    ${e}
    <h2>${r}</h2>
    <p>${t}</p>
    ${i??c}
  </div>
`;var ie,Qe,qi,zi,we=class extends E{constructor(){super(...arguments);y(this,Qe);this.typed="";y(this,ie,new qe(this,()=>new H(this.console)))}focusBox(){this.box?.focus()}render(){return a`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${o.contacts.heading}</h1>
          <p class="lead">${o.contacts.lead}</p>
        </div>
      </div>
      <form class="box" role="search" @submit=${d(this,Qe,qi)}>
        ${j({id:"query",type:"search",label:o.contacts.search,hint:o.contacts.searchHint,value:this.typed,onInput:t=>this.typed=t})}
        ${F({label:o.contacts.find,busyLabel:o.contacts.finding,busy:u(this,ie).loading,kind:"primary",type:"submit"})}
      </form>
      ${d(this,Qe,zi).call(this)}
    </div>`}};ie=new WeakMap,Qe=new WeakSet,qi=async function(t){t.preventDefault(),this.typed.trim()!==""&&(await u(this,ie).find(this.typed),u(this,ie).found&&this.console.announce(o.contacts.foundCount(u(this,ie).total)))},zi=function(){let{found:t,loading:i,failure:s,asked:n,total:l}=u(this,ie);return s?a`<div role="alert">${re({kind:"bad",text:s.message})}</div>`:i&&!t?a`<div class="card">${be(o.common.loading)}</div>`:t?t.length===0?a`<div class="card">
        ${$e(b.search,o.contacts.noneFound(n),o.contacts.noneFoundText)}
      </div>`:a`
      <h2>${o.contacts.foundCount(l)}</h2>
      <div class="card" aria-busy=${i?"true":"false"}>
        ${Wt(t,({id:h})=>this.console.navigate(ht(h)))}
        ${u(this,ie).hasMore?a`<div class="more">
                ${F({label:o.contacts.more,busyLabel:o.common.loading,busy:i,onPress:()=>{u(this,ie).more()}})}
              </div>`:c}
      </div>
    `:a`<div class="card">${$e(b.search,o.contacts.begin,o.contacts.beginText)}</div>`},we.styles=[...O,ge,zt,Ke,ve,fe,f`
      .box {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        align-items: flex-end;
      }
      .box .field {
        flex: 1 1 16rem;
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 0.75rem;
        border-top: 1px solid var(--ccp-border);
      }
      @media (max-width: 30rem) {
        .box button {
          width: 100%;
        }
      }
    `],p([x({attribute:!1})],we.prototype,"console",2),p([g()],we.prototype,"typed",2),p([J("#query")],we.prototype,"box",2),we=p([T("extsrc-contact-search")],we);var Ye=class extends te{updated(r){!r.has("subpath")||this.subpath||this.console.title(o.contacts.heading)}focusHeading(){this.subpath||this.search.focusBox()}render(){let r=decodeURIComponent(this.subpath);return a`
      <extsrc-contact-search .console=${this.console} ?hidden=${r!==""}></extsrc-contact-search>
      ${r?a`<extsrc-contact-view .console=${this.console} .contactId=${r}></extsrc-contact-view>`:c}
    `}};Ye.styles=at,p([J("extsrc-contact-search")],Ye.prototype,"search",2),Ye=p([T("extsrc-contacts")],Ye);var Wi=f`
  .meter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    font-size: 0.9375rem;
  }
  .meter strong {
    font-weight: 620;
  }
  .places {
    display: flex;
    gap: 0.1875rem;
  }
  .places span {
    width: 0.875rem;
    height: 0.5rem;
    border-radius: 0.25rem;
    background: color-mix(in srgb, var(--ccp-text) 16%, var(--ccp-surface));
  }
  .places .taken {
    background: var(--ccp-success);
  }
  .full .places .taken {
    background: var(--ccp-warning);
  }
`;function Vi(e){if(e===void 0)return c;let r=e>=xe;return a`<p class="meter ${r?"full":""}">
    <span class="places" aria-hidden="true">
      ${Array.from({length:xe},(t,i)=>a`<span class=${i<e?"taken":""}></span>`)}
    </span>
    <strong>${o.sources.activeOf(e,xe)}</strong>
    ${r?a`<span class="muted">${o.sources.fullHint}</span>`:c}
  </p>`}var Xe=e=>a`
  <div class="field">
    <label for=${e.id}>${e.label}</label>
    <select
      id=${e.id}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(ct(e.id,e.hint,e.error))}
      @change=${r=>e.onChange(r.target.value)}
    >
      ${e.options.map(([r,t])=>a`<option value=${r} ?selected=${r===e.value}>${t}</option>`)}
    </select>
    ${dt(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var Ki=f`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 11rem;
    gap: 0.75rem;
    align-items: end;
  }
  @media (max-width: 30rem) {
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`,Qi=(e,r,t)=>a`<div class="filters" role="search" aria-label=${o.sources.filters}>
    ${j({id:"search",type:"search",label:o.sources.search,placeholder:o.sources.searchPlaceholder,value:e.name,onInput:r})}
    ${Xe({id:"status-filter",label:o.sources.status,value:e.status,options:[["all",o.sources.allStatuses],["active",o.sources.active],["disabled",o.sources.disabled]],onChange:i=>t(i)})}
  </div>`;var Yi=f`
  .link-text {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .link-text .id {
    display: inline-block;
    padding: 0 0.375rem;
    border-radius: 0.375rem;
    font-size: 0.75rem;
    font-weight: 650;
    background: var(--tint);
    color: var(--ccp-text);
    border: 1px solid color-mix(in srgb, var(--ccp-accent) 35%, var(--ccp-surface));
  }
`;function Xi(e){if(!e)return a`<span class="muted">${o.sources.noLink}</span>`;let{start:r,end:t,withId:i}=Ut(e);return a`<span class="link-text">${r}${i?a`<span class="id">${o.sources.id}</span>`:""}${t}</span>`}var Ao=[25,50,100],Gi=f`
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    border-top: 1px solid var(--ccp-border);
  }
  .pager .field {
    grid-template-columns: auto 5.5rem;
    align-items: center;
    gap: 0.75rem;
  }
  .pager label {
    font-weight: 400;
    color: var(--ccp-text-muted);
  }
  .pager .steps {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .pager .steps span {
    white-space: nowrap;
  }
  @media (max-width: 30rem) {
    .pager .steps {
      width: 100%;
      justify-content: space-between;
    }
    .pager .steps button {
      padding-inline: 0.625rem;
    }
  }
`,Ji=(e,r,t,i)=>a`
  <button type="button" aria-disabled=${r?c:"true"} aria-label=${e} @click=${()=>r&&t()}>
    ${i}
  </button>
`,Zi=(e,r)=>a`<nav class="pager" aria-label=${o.sources.pages}>
    ${Xe({id:"page-size",label:o.sources.pageSize,value:String(e.pageSize),options:Ao.map(t=>[String(t),String(t)]),onChange:t=>r(Number(t))})}
    <div class="steps">
      ${Ji(o.sources.previousPage,e.hasPrevious&&!e.loading,()=>e.previous(),a`${b.previous}${o.sources.previous}`)}
      <span class="muted">${o.sources.page(e.pageNumber)}</span>
      ${Ji(o.sources.nextPage,e.hasNext&&!e.loading,()=>e.next(),a`${o.sources.next}${b.next}`)}
    </div>
  </nav>`;var es=e=>(r,t)=>B.replace(r,t.id,{name:t.name,active:e,...t.linkConfiguration?{linkConfiguration:t.linkConfiguration}:{}}),kr={disable:{...o.sources.disabling,danger:!1,run:es(!1)},activate:{...o.sources.activating,danger:!1,run:es(!0)},delete:{...o.sources.deleting,danger:!0,run:(e,r)=>B.remove(e,r.id)}},ts=e=>e.limit==="external.sources.active"?o.sources.limitReached:e.message;var Je=e=>a`
  <div class="switch">
    <input
      id=${e.id}
      type="checkbox"
      role="switch"
      .checked=${Lt(e.checked)}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(ct(e.id,e.hint,e.error))}
      @change=${r=>e.onChange(r.target.checked)}
    />
    <label for=${e.id}>${e.label}</label>
    ${dt(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var rs=f`
  .preview {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border-radius: var(--ccp-radius);
    background: var(--quiet);
  }
  .preview output,
  .preview a {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .preview .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
    vertical-align: baseline;
  }
`,Ro=e=>{let r=jt(e);return r?a`<a href=${r} target="_blank" rel="noopener noreferrer"
    >${e}${b.external}<span class="visually-hidden">${o.common.newTab}</span></a
  >`:a`<span>${e}</span>`};function is(e,r,t){let i=Ht(e);return a`<div class="preview" role="group" aria-label=${o.sources.preview}>
    ${e.withId?j({id:"sample",label:o.sources.sample,value:r,onInput:t}):c}
    <div>
      <p class="label" id="preview-label">${o.sources.resultingLink}</p>
      <output aria-labelledby="preview-label" for="start end sample">
        ${i?Ro(Ft(i,r)):a`<span class="muted">${o.sources.noLinkYet}</span>`}
      </output>
    </div>
  </div>`}var ss=e=>e?{name:e.name,link:Ut(e.linkConfiguration?.uriTemplate),active:e.active}:{name:"",link:gr,active:!0};function os({name:e,link:r,active:t}){let i=Ht(r);return{name:e.trim(),active:t,...i?{linkConfiguration:{uriTemplate:i}}:{}}}function ns({name:e,link:r}){let t={};return e.trim()===""&&(t.name=o.sources.nameMissing),r.start.trim()===""&&r.end.trim()!==""&&(t.start=o.sources.startMissing),t}function _o(e,{end:r}){let t=Ne(e,"linkConfiguration","linkConfiguration.");return t?/[{}]/.test(r)&&e.fields.some(({code:s})=>s.startsWith("placeholder."))?{end:t}:{start:t}:{}}function as(e,r){if(e.limit==="external.sources.active")return{status:o.sources.limitReached};let t=_o(e,r.link),i=Ne(e,"name");i&&(t.name=i);let s=Ne(e,"active");return s&&(t.status=s),Object.keys(t).length>0?t:{other:e.message}}var L,Kt,Qt,ls,Sr,cs,ds,X=class extends E{constructor(){super(...arguments);y(this,L);this.errors={};this.saving=!1;this.sample=o.sources.sampleId}connectedCallback(){super.connectedCallback(),this.form=ss(this.source)}render(){let t=()=>this.dispatchEvent(new CustomEvent("dismiss"));return a`<extsrc-dialog
      .heading=${this.source?o.sources.editHeading:o.sources.add}
      .busy=${this.saving}
      @dismiss=${t}
    >
      <form novalidate @submit=${d(this,L,ls)}>
        ${j({id:"name",label:o.sources.name,hint:o.sources.nameHint,value:this.form.name,error:this.errors.name,required:!0,autofocus:!0,onInput:i=>d(this,L,Kt).call(this,{name:i},"name")})}
        ${d(this,L,cs).call(this)} ${is(this.form.link,this.sample,i=>this.sample=i)}
        ${Je({id:"status",label:o.sources.activeSwitch,hint:d(this,L,ds).call(this),checked:this.form.active,error:this.errors.status,onChange:i=>d(this,L,Kt).call(this,{active:i},"status")})}
        <div role="alert">${this.errors.other?W("form",this.errors.other):c}</div>
        <div class="actions">
          <button type="button" aria-disabled=${this.saving?"true":c} @click=${()=>this.saving||t()}>
            ${o.common.cancel}
          </button>
          ${F({label:o.common.save,busyLabel:o.common.saving,busy:this.saving,kind:"primary",type:"submit"})}
        </div>
      </form>
    </extsrc-dialog>`}};L=new WeakSet,Kt=function(t,...i){this.form={...this.form,...t};let s={...this.errors};for(let n of i)delete s[n];this.errors=s},Qt=function(t,...i){d(this,L,Kt).call(this,{link:{...this.form.link,...t}},...i)},ls=async function(t){if(t.preventDefault(),this.saving)return;if(this.errors=ns(this.form),Object.keys(this.errors).length>0)return d(this,L,Sr).call(this);this.saving=!0;let i=os(this.form),s=this.source?await B.replace(this.client,this.source.id,i):await B.create(this.client,i);if(this.saving=!1,s.ok)return void this.dispatchEvent(new CustomEvent("saved",{detail:s.value}));this.errors=as(s.failure,this.form),await d(this,L,Sr).call(this)},Sr=async function(){await this.updateComplete,this.renderRoot.querySelector('[aria-invalid="true"]')?.focus()},cs=function(){let{start:t,end:i,withId:s}=this.form.link;return a`
      ${j({id:"start",label:o.sources.start,hint:s?o.sources.startHint:o.sources.withoutIdHint,placeholder:o.sources.startExample,value:t,error:this.errors.start,onInput:n=>d(this,L,Qt).call(this,{start:n},"start")})}
      ${s?j({id:"end",label:o.sources.end,hint:o.sources.endHint,placeholder:o.sources.endExample,value:i,error:this.errors.end,onInput:n=>d(this,L,Qt).call(this,{end:n},"end","start")}):a`<div>
              <button type="button" @click=${()=>d(this,L,Qt).call(this,{withId:!0})}>${o.sources.addId}</button>
            </div>`}
    `},ds=function(){let t=this.form.active?o.sources.activeMeaning:o.sources.disabledMeaning;return this.activeCount===void 0?t:`${o.sources.activeOf(this.activeCount,xe)}. ${t}`},X.styles=[...O,He,rs],p([x({attribute:!1})],X.prototype,"client",2),p([x({attribute:!1})],X.prototype,"source",2),p([x({attribute:!1})],X.prototype,"activeCount",2),p([g()],X.prototype,"form",2),p([g()],X.prototype,"errors",2),p([g()],X.prototype,"saving",2),p([g()],X.prototype,"sample",2),X=p([T("extsrc-source-dialog")],X);var Po={all:void 0,active:!0,disabled:!1},Yt=class{constructor(r,t){this.host=r;this.client=t;this.name="";this.status="all";this.pageSize=25;this.counts=new Map;this.loading=!1;this.#e=[void 0];r.addController(this)}#e;#r;#t;hostDisconnected(){this.#t?.abort()}get pageNumber(){return this.#e.length}get hasNext(){return this.#r!==void 0}get hasPrevious(){return this.#e.length>1}get filtered(){return this.name.trim()!==""||this.status!=="all"}get full(){return this.activeCount!==void 0&&this.activeCount>=xe}restart(){return this.#e=[void 0],this.load()}next(){return this.#e.push(this.#r),this.load()}previous(){return this.#e.pop(),this.load()}async load(){this.#t?.abort();let{signal:r}=this.#t=new AbortController;this.loading=!0,this.host.requestUpdate();let t={name:this.name.trim(),active:Po[this.status],cursor:this.#e.at(-1),limit:this.pageSize},[i,s]=await Promise.all([B.list(this.client(),t,r),B.list(this.client(),{active:!0,limit:25},r)]);r.aborted||(this.loading=!1,this.failure=i.ok?void 0:i.failure,s.ok&&(this.activeCount=s.value.entities.length),i.ok&&(this.entities=i.value.entities,this.#r=i.value.cursors.after),this.host.requestUpdate(),i.ok&&await this.#i(i.value.entities,r))}async#i(r,t){if(r.length===0)return;let i=r.map(({id:n})=>n),s=await B.counts(this.client(),i,t);!s.ok||t.aborted||(this.counts=new Map(s.value.entities.map(n=>[n.id,n])),this.host.requestUpdate())}};var ps=f`
  .row-actions {
    display: flex;
    gap: 0.125rem;
    justify-content: flex-end;
  }
  th.action,
  td.action {
    text-align: right;
    width: 1%;
  }
  table[aria-busy='true'] tbody {
    opacity: 0.6;
  }
  @media (max-width: 48rem) {
    td.action {
      width: auto;
    }
    .row-actions {
      justify-content: flex-start;
      margin-left: -0.5rem;
    }
    .row-actions button {
      width: 2.75rem;
      min-height: 2.75rem;
    }
  }
`,Io=e=>a`<span class="badge ${e?"good":""}">${e?o.sources.active:o.sources.disabled}</span>`;function Lo(e,r){if(!e)return a`<span class="muted" aria-label=${o.sources.countUnknown} role="img">–</span>`;let t=new Intl.NumberFormat(r).format(e.contactCount);return a`${e.capped?o.sources.moreThan(t):t}`}function Mo(e,r){let t=(i,s,n)=>a`<button
      type="button"
      class="icon-only"
      aria-label=${o.sources.actionOn(s,r.name)}
      title=${s}
      @click=${()=>e.onAction(i,r)}
    >
      ${n}
    </button>`;return a`<div class="row-actions">
    ${e.canEdit?t("edit",o.sources.edit,b.edit):c}
    ${e.canEdit&&r.active?t("disable",o.sources.disable,b.power):c}
    ${e.canEdit&&!r.active?t("activate",o.sources.activate,b.power):c}
    ${e.canDelete?t("delete",o.sources.delete,b.remove):c}
  </div>`}var Oo=(e,r)=>a`
  <tr role="row" data-id=${r.id}>
    <th role="rowheader" scope="row">${r.name}</th>
    <td role="cell" data-label=${o.sources.profileUrl}>${Xi(r.linkConfiguration?.uriTemplate)}</td>
    <td role="cell" data-label=${o.sources.status}>${Io(r.active)}</td>
    <td role="cell" data-label=${o.sources.contactsLinked} class="number">
      <span>${Lo(e.counts.get(r.id),e.locale)}</span>
    </td>
    ${e.canEdit||e.canDelete?a`<td role="cell" data-label=${o.sources.action} class="action">${Mo(e,r)}</td>`:c}
  </tr>
`,us=e=>a`
  <table role="table" aria-label=${o.sources.heading} aria-busy=${e.loading?"true":"false"}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${o.sources.name}</th>
        <th role="columnheader" scope="col">${o.sources.profileUrl}</th>
        <th role="columnheader" scope="col">${o.sources.status}</th>
        <th role="columnheader" scope="col" class="number">${o.sources.contactsLinked}</th>
        ${e.canEdit||e.canDelete?a`<th role="columnheader" scope="col" class="action">${o.sources.action}</th>`:c}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${Bt(e.entities,({id:r})=>r,r=>Oo(e,r))}
    </tbody>
  </table>
`;var Do=250,No=300,Ie,D,vt,bt,yt,A,Cr,Le,ms,Er,hs,fs,gs,vs,bs,ys,se=class extends te{constructor(){super(...arguments);y(this,A);this.busy=!1;this.error="";y(this,Ie);y(this,D,new Yt(this,()=>u(this,Ie)));y(this,vt,pt(()=>u(this,D).restart(),Do));y(this,bt,pt(()=>u(this,D).load(),No));y(this,yt,!1);y(this,Le,()=>{this.open=void 0,this.error=""})}connectedCallback(){super.connectedCallback(),K(this,Ie,new H(this.console)),this.console.title(o.sources.heading),this.untilLeft(this.console.subscribe(["v2.externalcontacts.externalsources.*"],()=>u(this,bt).call(this))),this.untilLeft(()=>[u(this,vt),u(this,bt)].forEach(t=>t.cancel())),u(this,D).load()}willUpdate(){K(this,yt,this.shadowRoot?.activeElement?.closest("table")!==null&&this.shadowRoot?.activeElement!==null)}updated(t){super.updated(t),u(this,yt)&&!this.shadowRoot?.activeElement&&!this.open&&this.heading.focus()}render(){let t=u(this,D),i=l=>{t.name=l,u(this,vt).call(this)},s=l=>{t.status=l,t.restart()},n=l=>{t.pageSize=l,t.restart()};return a`<div class="page">
        <div class="head">
          <div>
            <h1 tabindex="-1">${o.sources.heading}</h1>
            <p class="lead">${o.sources.lead}</p>
          </div>
          ${d(this,A,bs).call(this)}
        </div>
        ${Vi(t.activeCount)} ${re(this.notice)} ${d(this,A,ys).call(this)} ${Qi(t,i,s)}
        <div class="card table">
          ${t.failure&&!t.entities?c:d(this,A,vs).call(this)}
          ${t.entities&&(t.entities.length>0||t.hasPrevious)?Zi(t,n):c}
        </div>
      </div>
      ${d(this,A,fs).call(this)}`}};Ie=new WeakMap,D=new WeakMap,vt=new WeakMap,bt=new WeakMap,yt=new WeakMap,A=new WeakSet,Cr=function(t,i){this.notice={kind:"good",text:t,onDismiss:()=>this.notice=void 0,...i?{action:i}:{}},this.console.announce(t)},Le=new WeakMap,ms=async function({detail:t}){let i=this.open?.what==="add"?o.sources.added(t.name):o.sources.changed(t.name);u(this,Le).call(this),await u(this,D).load();let s=u(this,D).entities?.some(({id:n})=>n===t.id);d(this,A,Cr).call(this,i,s?void 0:{label:o.sources.showIt,onPress:()=>d(this,A,Er).call(this,t.name)})},Er=function(t){this.notice=void 0,u(this,D).name=t,u(this,D).status="all",u(this,D).restart()},hs=async function({what:t,source:i}){if(!i||t==="add"||t==="edit")return;let s=kr[t];this.busy=!0;let n=await s.run(u(this,Ie),i);if(this.busy=!1,!n.ok)return void(this.error=ts(n.failure));u(this,Le).call(this),d(this,A,Cr).call(this,s.done(i.name)),await u(this,D).load()},fs=function(){if(!this.open)return c;let{what:t,source:i}=this.open;if(t==="add"||t==="edit")return a`<extsrc-source-dialog
        .client=${u(this,Ie)}
        .source=${i}
        .activeCount=${u(this,D).activeCount}
        @saved=${d(this,A,ms)}
        @dismiss=${u(this,Le)}
      ></extsrc-source-dialog>`;let s=kr[t];return a`<extsrc-confirmation
      .heading=${s.heading(i?.name??"")}
      .sentences=${s.sentences}
      .action=${s.action}
      .busyLabel=${s.busyLabel}
      .danger=${s.danger}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${()=>d(this,A,hs).call(this,{what:t,...i?{source:i}:{}})}
      @dismiss=${u(this,Le)}
    ></extsrc-confirmation>`},gs=function(){return u(this,D).filtered?$e(b.search,o.sources.noMatch,o.sources.noMatchText,a`<button type="button" @click=${()=>d(this,A,Er).call(this,"")}>${o.sources.clearFilters}</button>`):$e(b.sources,o.sources.none,o.sources.noneText)},vs=function(){let{entities:t,counts:i,loading:s}=u(this,D);return t?t.length===0?d(this,A,gs).call(this):us({entities:t,counts:i,loading:s,locale:this.console.locale,canEdit:this.console.can(ye.editSource),canDelete:this.console.can(ye.deleteSource),onAction:(n,l)=>{this.notice=void 0,this.open={what:n,source:l}}}):be(o.common.loading)},bs=function(){return this.console.can(ye.addSource)?a`<button type="button" class="primary" @click=${()=>{this.notice=void 0,this.open={what:"add"}}}>${b.add}${o.sources.add}</button>`:c},ys=function(){let{failure:t}=u(this,D);if(!t)return c;let i={label:o.common.retry,onPress:()=>{u(this,D).load()}};return a`<div role="alert">${re({kind:"bad",text:t.message,action:i})}</div>`},se.styles=[...O,ge,Ot,ps,Yi,Ki,Gi,Wi,Ke,fe,ve,f`
      .table {
        overflow: clip;
      }
    `],p([g()],se.prototype,"open",2),p([g()],se.prototype,"busy",2),p([g()],se.prototype,"error",2),p([g()],se.prototype,"notice",2),p([J("h1")],se.prototype,"heading",2),se=p([T("extsrc-external-sources")],se);var xs=f`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    border-bottom: 1px solid var(--ccp-border);
  }
  [role='tab'] {
    position: relative;
    border: 0;
    border-radius: var(--ccp-radius) var(--ccp-radius) 0 0;
    padding: 0.5rem 0.875rem;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ccp-accent);
  }
  [role='tab'][aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 0.5rem -1px;
    height: 2px;
    border-radius: 1px;
    background: var(--ccp-accent);
  }
  [role='tab'] .mark {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--ccp-warning);
  }
  [role='tabpanel']:not([hidden]) {
    display: grid;
    gap: 1rem;
  }
  @media (max-width: 30rem) {
    [role='tablist'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-bottom: 2px;
    }
    [role='tab'] {
      flex: none;
    }
  }
`;function $s({key:e},r,t){return{ArrowRight:(r+1)%t,ArrowLeft:(r+t-1)%t,Home:0,End:t-1}[e]}var Xt=(e,r)=>({view:[`${e}:view`,`${r}:view`],edit:[`${e}:edit`,`${r}:edit`]}),Ge=(e,r,t,i={},s="messaging:integration")=>({key:e,parameters:["integration"],path:n=>`${pe}/conversations/messaging/identityresolution/integrations/${r}/${n}`,view:["messaging:integration:view",`messaging:identityResolution${t}:view`],edit:[`${s}:edit`,`messaging:identityResolution${t}:edit`],...i}),Tr=[{key:"voice",parameters:["callFlow"],path:e=>`${pe}/architect/ivrs/${e}/identityresolution`,...Xt("routing:callRoute","routing:identityResolutionIvr")},{key:"callback",parameters:["queue"],path:e=>`${pe}/routing/queues/${e}/identityresolution`,wrapper:"callOnBehalfOfQueue",...Xt("routing:queue","queue:identityResolution")},{key:"email",parameters:["domain","route"],path:(e,r)=>`${pe}/routing/email/domains/${e}/routes/${r}/identityresolution`,view:["routing:email:manage","routing:identityResolutionEmail:view"],edit:["routing:email:manage","routing:identityResolutionEmail:edit"]},{key:"sms",parameters:["smsNumber"],path:e=>`${pe}/routing/sms/identityresolution/phonenumbers/${e}`,...Xt("sms:phoneNumber","sms:identityResolution")},{key:"web",parameters:["deployment"],path:e=>`${pe}/webdeployments/deployments/${e}/identityresolution`,takesSource:!0,takesAutomerge:!0,...Xt("webDeployments:deployment","webDeployments:identityResolution")},Ge("open","open","Open",{takesSource:!0}),Ge("whatsapp","whatsapp","WhatsApp"),Ge("facebook","facebook","Facebook"),Ge("instagram","instagram","Instagram"),Ge("apple","apple","Apple"),Ge("x","twitter","X",{},"messaging:XIntegration")],Ar=(e,r)=>e.path(...r.map(t=>encodeURIComponent(t.trim())));var ws=(e,r)=>e.ok?De(r?e.value[r]:e.value):e,Rr={get:async(e,r,t,i)=>ws(await e.get(r,i),t),put:async(e,r,t,i)=>ws(await e.send("PUT",r,i?{[i]:t}:t),i)};var _r=e=>({resolves:e.resolveIdentities,division:e.division?.id??"*",sourceId:e.externalSource?.id??"",mergesSignedIn:e.automerge?.authenticatedWebMessaging??!1,mergesTracked:e.automerge?.webTracking??!1});function ks(e,r){let t={resolveIdentities:e.resolves,division:{id:e.division.trim()||"*"}};return r.takesSource&&e.sourceId&&(t.externalSource={id:e.sourceId}),r.takesAutomerge&&(t.automerge={authenticatedWebMessaging:e.mergesSignedIn,webTracking:e.mergesTracked}),t}var Ss=(e,r)=>JSON.stringify(e)===JSON.stringify(r);function Cs(e,{wrapper:r}){let t=l=>Ne(e,r?`${r}.${l}`:l),i={},s=t("division.id")||t("division");s&&(i.division=s);let n=e.code==="external.source.not.found"?e.message:t("externalSource.id");return n&&(i.source=n),s||n?i:{other:e.message}}function Es(e,r){let t=[["",o.resolution.noSource],...e.map(({id:i,name:s})=>[i,s])];return r&&!e.some(({id:i})=>i===r.id)&&t.push([r.id,o.resolution.formerSource(r.name??r.id.slice(0,8))]),t}var Ts=f`
  :host(:not([hidden])) {
    display: grid;
    gap: 1rem;
  }
  .chooser {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: flex-end;
  }
  .chooser .field {
    flex: 1 1 14rem;
    max-width: 24rem;
  }
  .chooser .field:has(.error) {
    align-self: flex-start;
  }
  .configuration {
    display: grid;
    gap: 1.375rem;
    padding: 1.5rem;
    max-width: 46rem;
  }
  h3 {
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  fieldset {
    display: grid;
    gap: 1rem;
    margin: 0;
    padding: 1rem 1.25rem 1.25rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
  }
  legend {
    font-weight: 600;
    padding: 0 0.375rem;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  @media (max-width: 30rem) {
    .chooser .field {
      max-width: none;
    }
    .chooser button {
      width: 100%;
    }
    .configuration {
      padding: 1rem;
    }
  }
`;var Me,$,Ze,As,Pr,Jt,Rs,_s,Ps,Is,Ls,Ms,Os,N=class extends E{constructor(){super(...arguments);y(this,$);this.typed=[];this.missing=!1;this.opening=!1;this.openError="";this.saving=!1;this.saved=!1;this.errors={};this.active=[];this.asksToDiscard=!1;y(this,Me)}connectedCallback(){super.connectedCallback(),K(this,Me,new H(this.console)),this.typed=this.channel.parameters.map(()=>"")}get unsaved(){return this.draft!==void 0&&this.opened!==void 0&&!Ss(this.draft,_r(this.opened.stored))}updated(){this.dispatchEvent(new CustomEvent("unsaved-change"))}render(){return a`
      ${d(this,$,_s).call(this)}
      <div role="alert">${this.openError?W("open",this.openError):c}</div>
      ${d(this,$,Ms).call(this)} ${d(this,$,Os).call(this)}
    `}};Me=new WeakMap,$=new WeakSet,Ze=function(t){this.draft&&(this.draft={...this.draft,...t}),this.saved=!1,this.errors={}},As=function(t){t.preventDefault(),!this.opening&&(this.missing=this.typed.some(i=>i.trim()===""),!this.missing&&(this.unsaved?this.asksToDiscard=!0:d(this,$,Pr).call(this)))},Pr=async function(){this.asksToDiscard=!1,this.opening=!0,this.openError="";let t=this.typed.map(n=>n.trim()),[i,s]=await Promise.all([Rr.get(u(this,Me),Ar(this.channel,t),this.channel.wrapper),this.channel.takesSource?B.active(u(this,Me)):void 0]);if(this.opening=!1,!i.ok)return void(this.openError=i.failure.message);this.active=s?.ok?s.value:[],d(this,$,Jt).call(this,t,i.value),this.saved=!1,this.console.announce(o.resolution.openedText(t.at(-1)??""))},Jt=function(t,i){this.opened={ids:t,stored:i},this.draft=_r(i),this.errors={}},Rs=async function(t){if(t.preventDefault(),this.saving||!this.draft||!this.opened)return;this.saving=!0;let{ids:i}=this.opened,s=await Rr.put(u(this,Me),Ar(this.channel,i),ks(this.draft,this.channel),this.channel.wrapper);if(this.saving=!1,!s.ok)return this.errors=Cs(s.failure,this.channel),await this.updateComplete,void this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();d(this,$,Jt).call(this,i,s.value),this.saved=!0,this.console.announce(o.resolution.saved)},_s=function(){return a`<form class="chooser" novalidate @submit=${d(this,$,As)}>
      ${this.channel.parameters.map((t,i)=>j({id:`${this.channel.key}-${t}`,label:o.resolution.parameters[t],value:this.typed[i]??"",error:this.missing&&!this.typed[i]?.trim()?o.resolution.idMissing:void 0,onInput:s=>this.typed=this.typed.with(i,s)}))}
      ${F({label:o.resolution.open,busyLabel:o.resolution.opening,busy:this.opening,type:"submit"})}
    </form>`},Ps=function(t,i){return this.channel.takesSource?Xe({id:"source",label:o.resolution.source,hint:o.resolution.sourceHint,value:t.sourceId,options:Es(this.active,this.opened?.stored.externalSource),disabled:i,error:this.errors.source,onChange:s=>d(this,$,Ze).call(this,{sourceId:s})}):c},Is=function(t,i){return this.channel.takesAutomerge?a`<fieldset>
      <legend>${o.resolution.automerge}</legend>
      ${Je({id:"signed-in",label:o.resolution.mergesSignedIn,hint:o.resolution.mergesSignedInHint,checked:t.mergesSignedIn,disabled:i,onChange:s=>d(this,$,Ze).call(this,{mergesSignedIn:s})})}
      ${Je({id:"tracked",label:o.resolution.mergesTracked,hint:o.resolution.mergesTrackedHint,checked:t.mergesTracked,disabled:i,onChange:s=>d(this,$,Ze).call(this,{mergesTracked:s})})}
    </fieldset>`:c},Ls=function(){return a`<div class="save">
      ${F({label:o.common.save,busyLabel:o.common.saving,busy:this.saving,kind:"primary",type:"submit"})}
      ${this.unsaved?a`<button type="button" @click=${()=>this.opened&&d(this,$,Jt).call(this,this.opened.ids,this.opened.stored)}>
                ${o.resolution.undo}
              </button>
              <span class="badge careful">${o.resolution.unsaved}</span>`:c}
      ${this.saved?a`<span class="badge good">${o.resolution.saved}</span>`:c}
    </div>`},Ms=function(){if(!this.opened||!this.draft)return c;let{draft:t}=this,i=this.channel.edit.every(s=>this.console.can(s));return a`<form class="card configuration" novalidate @submit=${d(this,$,Rs)}>
      <h3>${o.resolution.integration(this.opened.ids.join(" / "))}</h3>
      ${Je({id:"resolves",label:o.resolution.resolves,hint:o.resolution.resolvesHint,checked:t.resolves,disabled:!i,onChange:s=>d(this,$,Ze).call(this,{resolves:s})})}
      ${d(this,$,Ps).call(this,t,!i)} ${d(this,$,Is).call(this,t,!i)}
      ${j({id:"division",label:o.resolution.division,hint:o.resolution.divisionHint,value:t.division,disabled:!i,error:this.errors.division,onInput:s=>d(this,$,Ze).call(this,{division:s})})}
      <div role="alert">${this.errors.other?W("form",this.errors.other):c}</div>
      ${i?d(this,$,Ls).call(this):a`<p class="muted">${o.resolution.readOnly}</p>`}
    </form>`},Os=function(){return this.asksToDiscard?a`<extsrc-confirmation
      .heading=${o.resolution.discardHeading}
      .sentences=${[o.resolution.discardText]}
      .action=${o.resolution.discard}
      danger
      @confirm=${()=>d(this,$,Pr).call(this)}
      @dismiss=${()=>this.asksToDiscard=!1}
    ></extsrc-confirmation>`:c},N.styles=[...O,Ts],p([x({attribute:!1})],N.prototype,"console",2),p([x({attribute:!1})],N.prototype,"channel",2),p([g()],N.prototype,"typed",2),p([g()],N.prototype,"missing",2),p([g()],N.prototype,"opening",2),p([g()],N.prototype,"openError",2),p([g()],N.prototype,"opened",2),p([g()],N.prototype,"draft",2),p([g()],N.prototype,"saving",2),p([g()],N.prototype,"saved",2),p([g()],N.prototype,"errors",2),p([g()],N.prototype,"active",2),p([g()],N.prototype,"asksToDiscard",2),N=p([T("extsrc-integration-form")],N);var U,Gt,Zt,Ds,Ns,Us,Hs,ke=class extends te{constructor(){super(...arguments);y(this,U);this.shown="";this.visited=[];this.unsavedTabs=[]}connectedCallback(){super.connectedCallback(),this.console.title(o.resolution.heading);let[t]=u(this,U,Gt);t&&d(this,U,Zt).call(this,t);let i=s=>{this.unsaved&&s.preventDefault()};window.addEventListener("beforeunload",i),this.untilLeft(()=>window.removeEventListener("beforeunload",i))}get unsaved(){return this.unsavedTabs.length>0}render(){let t=u(this,U,Gt);return a`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${o.resolution.heading}</h1>
          <p class="lead">${o.resolution.lead}</p>
        </div>
      </div>
      ${t.length===0?$e(b.person,o.resolution.nothing,o.resolution.nothingText):a`<div role="tablist" aria-label=${o.resolution.channelsLabel} @keydown=${d(this,U,Ds)}>
                ${t.map(i=>d(this,U,Us).call(this,i))}
              </div>
              ${t.map(i=>d(this,U,Hs).call(this,i))}`}
    </div>`}};U=new WeakSet,Gt=function(){return Tr.filter(({view:t})=>t.every(i=>this.console.can(i)))},Zt=function({key:t}){this.shown=t,this.visited.includes(t)||(this.visited=[...this.visited,t])},Ds=function(t){let i=u(this,U,Gt),s=$s(t,i.findIndex(({key:l})=>l===this.shown),i.length),n=s===void 0?void 0:i[s];n&&(t.preventDefault(),d(this,U,Zt).call(this,n),this.renderRoot.querySelector(`#tab-${n.key}`)?.focus())},Ns=function(t,{unsaved:i}){i!==this.unsavedTabs.includes(t)&&(this.unsavedTabs=i?[...this.unsavedTabs,t]:this.unsavedTabs.filter(s=>s!==t))},Us=function({key:t}){let i=t===this.shown,s=this.unsavedTabs.includes(t);return a`<button
      type="button"
      role="tab"
      id="tab-${t}"
      aria-selected=${i?"true":"false"}
      aria-controls="panel-${t}"
      tabindex=${i?0:-1}
      @click=${n=>{d(this,U,Zt).call(this,Tr.find(l=>l.key===t)),n.currentTarget.focus()}}
    >
      ${o.resolution.channels[t]}${s?a`<span class="mark" title=${o.resolution.unsaved}></span
              ><span class="visually-hidden">${o.resolution.unsavedMark}</span>`:""}
    </button>`},Hs=function(t){let{key:i}=t;return a`<section role="tabpanel" id="panel-${i}" aria-labelledby="tab-${i}" ?hidden=${i!==this.shown}>
      <h2 class="visually-hidden">${o.resolution.channels[i]}</h2>
      <p class="muted">${o.resolution.channelHints[i]}</p>
      ${this.visited.includes(i)?a`<extsrc-integration-form
              .console=${this.console}
              .channel=${t}
              @unsaved-change=${s=>d(this,U,Ns).call(this,i,s.target)}
            ></extsrc-integration-form>`:""}
    </section>`},ke.styles=[...O,ge,xs,Ke],p([g()],ke.prototype,"shown",2),p([g()],ke.prototype,"visited",2),p([g()],ke.prototype,"unsavedTabs",2),ke=p([T("extsrc-identity-resolution")],ke);
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/if-defined.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
